package org.opennms.plugins.trunkline.telemetry.outbox;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Damage in the outbox's file, told apart from what the disk says. */
final class Damage {
  private Damage() {}

  /** The file's content is not what was written. */
  static MVStoreException of(String what) {
    return DataUtils.newMVStoreException(DataUtils.ERROR_FILE_CORRUPT, "{0}", what);
  }

  /** What reading a damaged page brings about. */
  static MVStoreException of(RuntimeException e) {
    return e instanceof MVStoreException told
        ? told
        : DataUtils.newMVStoreException(DataUtils.ERROR_FILE_CORRUPT, "Unreadable: {0}", e, e);
  }
}
