package org.opennms.plugins.trunkline.rest;

/**
 * The JSON of every answer that is not a success.
 *
 * @param code for programs, see {@link ErrorCode}
 * @param message what is wrong, naming the field and the value
 * @param remedy what to do
 * @param incident where the log has more; null unless it has
 */
record ErrorView(String code, String message, String remedy, String incident) {
  ErrorView(ErrorCode code, String message, String remedy) {
    this(code.spelling(), message, remedy, null);
  }
}
