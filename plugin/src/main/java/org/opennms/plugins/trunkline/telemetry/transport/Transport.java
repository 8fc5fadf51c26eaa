package org.opennms.plugins.trunkline.telemetry.transport;

import java.util.concurrent.CompletionStage;

/**
 * One way out. {@link #send} and {@link #flush} are called by one thread, {@link #detail} by any;
 * {@link #close} after the last send.
 */
public interface Transport extends AutoCloseable {
  /** Under this name its cursor is kept: short, stable, for example {@code grpc}. */
  String name();

  /** How many envelopes may be under way at once; at least 1. */
  int window();

  /** Most envelopes a second; 0 for as many as it takes. */
  int rate();

  /**
   * Starts delivering an envelope; returns without waiting for the other end.
   *
   * @return what became of it, completed by any thread; never exceptionally
   */
  CompletionStage<Delivery> send(Outgoing envelope);

  /** There is nothing more to send for the moment; what is held back should go out. */
  void flush();

  /** One line on the other end and the way to it, for the operator. Answers from memory. */
  String detail();

  /** Frees what it holds; envelopes under way may stay unanswered. Blocks for seconds at most. */
  @Override
  void close();
}
