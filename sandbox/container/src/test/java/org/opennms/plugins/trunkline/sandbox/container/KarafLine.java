package org.opennms.plugins.trunkline.sandbox.container;

import java.util.stream.Stream;

/** The two generations of Karaf that Trunkline must run on. */
enum KarafLine {
  /** As in Horizon 33 to 35. */
  OLDEST,
  /** As in Horizon 36 and later. */
  NEWEST;

  /** Those that {@code -Dtrunkline.karaf=OLDEST,NEWEST} names, or else these. */
  static Stream<KarafLine> chosen(KarafLine... otherwise) {
    String names = System.getProperty("trunkline.karaf", "");
    return names.isEmpty()
        ? Stream.of(otherwise)
        : Stream.of(names.split(",", -1)).map(KarafLine::valueOf);
  }

  String version() {
    SandboxFiles files = SandboxFiles.ofThisBuild();
    return this == OLDEST ? files.oldestKaraf() : files.newestKaraf();
  }
}
