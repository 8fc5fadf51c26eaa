package org.opennms.plugins.trunkline.sandbox.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The Java packages inside a KAR: of its bundles and of the libraries that these embed. */
final class KarPackages {

  private KarPackages() {}

  static Set<String> of(Path kar) throws IOException {
    Set<String> packages = new TreeSet<>();
    try (InputStream in = Files.newInputStream(kar)) {
      collect(in, packages);
    }
    return packages;
  }

  private static void collect(InputStream archive, Set<String> packages) throws IOException {
    ZipInputStream zip = new ZipInputStream(archive);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName();
      if (name.endsWith(".jar")) {
        collect(new ByteArrayInputStream(zip.readAllBytes()), packages);
      } else if (name.endsWith(".class") && name.contains("/") && !name.startsWith("META-INF/")) {
        packages.add(name.substring(0, name.lastIndexOf('/')).replace('/', '.'));
      }
    }
  }
}
