package org.opennms.plugins.trunkline.rest;

import java.io.IOException;
import java.util.UUID;
import javax.ws.rs.NotAllowedException;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The border where exceptions become answers. What nobody foresaw is logged under an incident id
 * and told without detail: a stack trace is for the log, not for the network.
 */
final class ErrorMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);
  private static final String READ_THE_DOCUMENT = "GET openapi.json lists every path and method.";

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof RestException known) {
      return answer(new ErrorView(known.code(), known.getMessage(), known.remedy()), known.code());
    }
    if (failure instanceof OperationException refused) {
      LOG.warn("A request was not carried out: {}", refused.getMessage(), refused.getCause());
      return answer(ErrorCode.NOT_CARRIED_OUT, refused.getMessage(), refused.remedy());
    }
    if (failure instanceof WebApplicationException refused
        && refused.getResponse().getStatus() < 500) {
      return refused(refused);
    }
    if (failure instanceof IOException) {
      LOG.debug("The connection broke", failure);
      return answer(ErrorCode.BAD_REQUEST, "the connection broke", "Send the request again.");
    }
    return answer(internal(failure), ErrorCode.INTERNAL_ERROR);
  }

  /** Logs a fault of ours and tells the caller where. */
  static ErrorView internal(Throwable failure) {
    String incident = UUID.randomUUID().toString();
    LOG.error("REST request failed, incident {}", incident, failure);
    return new ErrorView(
        ErrorCode.INTERNAL_ERROR.spelling(),
        "Trunkline could not answer; this is a fault of its own",
        "Look for incident " + incident + " in the host's log and report it.",
        incident);
  }

  private static Response refused(WebApplicationException refused) {
    return switch (refused.getResponse().getStatus()) {
      case 404 -> answer(ErrorCode.NOT_FOUND, "there is no such path", READ_THE_DOCUMENT);
      case 405 -> notAllowed(refused);
      case 406 ->
          answer(ErrorCode.NOT_ACCEPTABLE, "answers are JSON", "Accept application/json or */*.");
      case 415 ->
          answer(
              ErrorCode.UNSUPPORTED_MEDIA_TYPE,
              "the body is not declared as JSON",
              "Send Content-Type: application/json.");
      default ->
          answer(ErrorCode.BAD_REQUEST, "the request cannot be understood", READ_THE_DOCUMENT);
    };
  }

  private static Response notAllowed(WebApplicationException refused) {
    Response.ResponseBuilder answer =
        Response.fromResponse(
            answer(
                ErrorCode.METHOD_NOT_ALLOWED,
                "the path does not have this method",
                READ_THE_DOCUMENT));
    if (refused instanceof NotAllowedException) {
      answer.header(HttpHeaders.ALLOW, refused.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }
    return answer.build();
  }

  private static Response answer(ErrorCode code, String message, String remedy) {
    return answer(new ErrorView(code, message, remedy), code);
  }

  private static Response answer(ErrorView error, ErrorCode code) {
    return Response.status(code.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(error)
        .build();
  }
}
