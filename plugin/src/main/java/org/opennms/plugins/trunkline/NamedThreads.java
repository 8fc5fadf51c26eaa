package org.opennms.plugins.trunkline;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads whose names tell whose they are: {@code trunkline-<part>-<n>}. */
final class NamedThreads implements ThreadFactory {
  private final String part;
  private final AtomicInteger count = new AtomicInteger();

  NamedThreads(String part) {
    this.part = part;
  }

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "trunkline-" + part + "-" + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
