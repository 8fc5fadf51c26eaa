package org.opennms.plugins.trunkline.rest;

/** A request that is answered with an error; the texts are for the caller. */
final class RestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String remedy;

  RestException(ErrorCode code, String message, String remedy) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }

  static RestException notFound(String message, String remedy) {
    return new RestException(ErrorCode.NOT_FOUND, message, remedy);
  }

  static RestException badParameter(String name, String value, String remedy) {
    return new RestException(
        ErrorCode.BAD_PARAMETER, "query parameter " + name + " is '" + value + "'", remedy);
  }

  ErrorCode code() {
    return code;
  }

  String remedy() {
    return remedy;
  }
}
