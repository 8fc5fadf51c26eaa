package org.opennms.plugins.trunkline.rest;

import java.util.Locale;

/** What can go wrong with a request, for programs; the OpenAPI document lists the same. */
enum ErrorCode {
  /** Not a request that can be read at all. */
  BAD_REQUEST(400),
  /** A query parameter that this path does not have, most often a misspelt one. */
  UNKNOWN_PARAMETER(400),
  /** A query parameter was given twice. */
  REPEATED_PARAMETER(400),
  /** A query parameter's value is not of its kind. */
  BAD_PARAMETER(400),
  /** A cursor that this listing did not give. */
  BAD_CURSOR(400),
  /** The body is not JSON. */
  MALFORMED_JSON(400),
  /** A field that the body does not have. */
  UNKNOWN_FIELD(400),
  /** A field's value is not of its kind. */
  BAD_FIELD(400),
  /** An override that decides nothing. */
  EMPTY_OVERRIDE(400),
  /** The caller has not the role for it. */
  FORBIDDEN(403),
  /** No such path, node, interface, override or run. */
  NOT_FOUND(404),
  /** The path is there, the method is not. */
  METHOD_NOT_ALLOWED(405),
  /** The caller takes no JSON. */
  NOT_ACCEPTABLE(406),
  /** The run to cancel is over. */
  NOT_RUNNING(409),
  /** The body is larger than any request needs. */
  BODY_TOO_LARGE(413),
  /** The body is not declared as JSON. */
  UNSUPPORTED_MEDIA_TYPE(415),
  /** A fault of ours; the log has it under the incident's id. */
  INTERNAL_ERROR(500),
  /** Understood, but something that it needs did not do its part, for example the host's store. */
  NOT_CARRIED_OUT(503);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  /** The HTTP status that goes with it. */
  int status() {
    return status;
  }

  /** For example {@code not_found}. */
  String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }
}
