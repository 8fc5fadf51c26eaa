package org.opennms.plugins.trunkline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house style, as far as a machine can tell, over the sources of all modules. */
class SourceTreeTest {
  private static final int MOST_LINES_OF_A_FILE = 400;
  private static final int MOST_LINES_OF_A_METHOD = 50;

  private static final List<Method> METHODS = new ArrayList<>();
  private static final List<String> UNDOCUMENTED = new ArrayList<>();
  private static final List<Call> CALLS = new ArrayList<>();

  private record Method(String name, long lines) {}

  private record Call(Path file, String what) {}

  @BeforeAll
  static void read() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Reader(unit, docs).scan(unit, null);
      }
    }
  }

  @Test
  void there_are_sources_to_look_at() {
    assertThat(sources()).hasSizeGreaterThan(50);
    assertThat(METHODS).hasSizeGreaterThan(200);
  }

  @Test
  void no_file_is_longer_than_400_lines() {
    assertThat(sources())
        .allSatisfy(
            f ->
                assertThat(Files.readAllLines(f))
                    .as(f.toString())
                    .hasSizeLessThanOrEqualTo(MOST_LINES_OF_A_FILE));
  }

  @Test
  void no_method_is_longer_than_50_lines() {
    assertThat(METHODS).filteredOn(m -> m.lines() > MOST_LINES_OF_A_METHOD).isEmpty();
  }

  @Test
  void every_public_type_is_documented() {
    assertThat(UNDOCUMENTED).isEmpty();
  }

  @Test
  void no_test_sleeps() {
    assertThat(CALLS)
        .filteredOn(c -> isTest(c.file()) && c.what().equals("Thread.sleep"))
        .isEmpty();
  }

  @Test
  void the_plugin_does_not_print() {
    Path plugin = root().resolve("plugin/src/main");
    assertThat(CALLS)
        .filteredOn(c -> c.file().startsWith(plugin) && c.what().matches("System\\.(out|err)"))
        .isEmpty();
  }

  private static boolean isTest(Path file) {
    return file.toString().contains("/src/test/");
  }

  private static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("mvnw"))) {
      at = at.getParent();
    }
    return at;
  }

  private static List<Path> sources() {
    try (Stream<Path> all = Files.walk(root())) {
      return all.filter(p -> p.toString().matches(".*/src/(main|test)/java/.*\\.java"))
          .filter(p -> !p.toString().contains("/target/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Reader extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final DocTrees docs;
    private final Path file;

    Reader(CompilationUnitTree unit, DocTrees docs) {
      this.unit = unit;
      this.docs = docs;
      this.file = Path.of(unit.getSourceFile().toUri());
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      METHODS.add(new Method(file.getFileName() + " " + method.getName(), lines(method.getBody())));
      return super.visitMethod(method, null);
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      if (!isTest(file)
          && isPublic(getCurrentPath())
          && docs.getDocComment(getCurrentPath()) == null) {
        UNDOCUMENTED.add(file.getFileName() + " " + type.getSimpleName());
      }
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree select, Void unused) {
      String text = select.getExpression() + "." + select.getIdentifier();
      if (text.matches("(java\\.lang\\.)?(Thread\\.sleep|System\\.(out|err))")) {
        CALLS.add(new Call(file, text.replace("java.lang.", "")));
      }
      return super.visitMemberSelect(select, null);
    }

    // Without annotations: the table of a parameterized test does not make its method long.
    private long lines(Tree tree) {
      if (tree == null) {
        return 0;
      }
      long start = docs.getSourcePositions().getStartPosition(unit, tree);
      long end = docs.getSourcePositions().getEndPosition(unit, tree);
      return start < 0 || end < 0
          ? 0
          : unit.getLineMap().getLineNumber(end) - unit.getLineMap().getLineNumber(start) + 1;
    }

    // Visible from outside: public all the way up; members of interfaces are so without a word.
    private static boolean isPublic(TreePath path) {
      boolean visible = true;
      for (TreePath at = path; at != null; at = at.getParentPath()) {
        if (at.getLeaf() instanceof ClassTree type) {
          visible &= isPublic(type, at.getParentPath().getLeaf());
        } else if (!(at.getLeaf() instanceof CompilationUnitTree)) {
          return false;
        }
      }
      return visible;
    }

    private static boolean isPublic(ClassTree type, Tree outer) {
      return type.getModifiers().getFlags().contains(Modifier.PUBLIC)
          || outer.getKind() == Tree.Kind.INTERFACE;
    }
  }
}
