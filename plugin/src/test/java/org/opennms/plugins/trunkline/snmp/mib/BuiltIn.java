package org.opennms.plugins.trunkline.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiFile;
import org.opennms.plugins.trunkline.snmp.mib.smi.SmiReader;

/** The built-in modules linked once, and what tests ask of trees. */
final class BuiltIn {
  static final Path NOWHERE = Path.of("no-such-directory");
  static final MibLibrary.Loaded LOADED = MibLibrary.load(BuiltInModules.read(), NOWHERE);
  static final MibTree TREE = LOADED.tree();

  private BuiltIn() {}

  /** A tree of the built-in modules and one text. */
  static MibLibrary.Loaded with(String file, String text) {
    ModuleChoice choice = new ModuleChoice(BuiltInModules.read());
    SmiFile read = SmiReader.read(file, text);
    choice.add(read);
    return MibLibrary.link(choice);
  }

  static Oid oid(String numbers) {
    return Oid.parse(numbers).orElseThrow();
  }

  static Oid resolved(MibTree tree, String name) {
    assertThat(tree.resolve(name)).as(name).isInstanceOf(Resolution.Found.class);
    return ((Resolution.Found) tree.resolve(name)).oid();
  }

  /** Every object that has instances and an index that can be decoded, or none. */
  static List<MibSymbol> objects() {
    return TREE.symbols().stream().filter(MibSymbol::hasInstances).toList();
  }
}
