package org.opennms.plugins.trunkline.sandbox.container;

/** The two generations of Karaf that Trunkline must run on. */
enum KarafLine {
  /** As in Horizon 33 to 35. */
  OLDEST,
  /** As in Horizon 36 and later. */
  NEWEST;

  String version() {
    SandboxFiles files = SandboxFiles.ofThisBuild();
    return this == OLDEST ? files.oldestKaraf() : files.newestKaraf();
  }
}
