package org.opennms.plugins.trunkline.receiver.bus;

import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps gRPC from writing a stack trace for each answer whose sender is gone: one that is killed
 * leaves hundreds, and sends again when it is back.
 */
final class LostAnswers {
  // Held here, for the log manager forgets loggers that nobody holds.
  private static final Logger HANDLER =
      Logger.getLogger("io.grpc.netty.shaded.io.grpc.netty.NettyServerHandler");
  private static final String GONE = "Stream closed before write could take place";

  private LostAnswers() {}

  static void hide() {
    HANDLER.setFilter(LostAnswers::isWorthTelling);
  }

  private static boolean isWorthTelling(LogRecord entry) {
    Throwable thrown = entry.getThrown();
    return thrown == null || !GONE.equals(thrown.getMessage());
  }
}
