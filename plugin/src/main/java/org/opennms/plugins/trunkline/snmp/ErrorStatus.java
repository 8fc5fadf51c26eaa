package org.opennms.plugins.trunkline.snmp;

import java.util.List;

/** The error-status of RFC 3416 section 3. */
final class ErrorStatus {
  static final int NO_ERROR = 0;
  static final int TOO_BIG = 1;
  static final int NO_SUCH_NAME = 2;
  static final int GEN_ERR = 5;

  private static final List<String> NAMES =
      List.of(
          "noError",
          "tooBig",
          "noSuchName",
          "badValue",
          "readOnly",
          "genErr",
          "noAccess",
          "wrongType",
          "wrongLength",
          "wrongEncoding",
          "wrongValue",
          "noCreation",
          "inconsistentValue",
          "resourceUnavailable",
          "commitFailed",
          "undoFailed",
          "authorizationError",
          "notWritable",
          "inconsistentName");

  private ErrorStatus() {}

  static String name(int status) {
    return status >= 0 && status < NAMES.size()
        ? NAMES.get(status) + "(" + status + ")"
        : "(" + status + ")";
  }
}
