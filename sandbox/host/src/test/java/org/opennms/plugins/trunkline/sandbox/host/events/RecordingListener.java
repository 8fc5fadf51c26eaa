package org.opennms.plugins.trunkline.sandbox.host.events;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opennms.integration.api.v1.events.EventListener;
import org.opennms.integration.api.v1.model.InMemoryEvent;

/** Keeps what it is told, after whatever the test wants it to do. */
public final class RecordingListener implements EventListener {

  private final List<InMemoryEvent> received = new CopyOnWriteArrayList<>();
  private final String name;
  private final int threads;
  private final Runnable work;

  /** A listener with one thread and nothing to do. */
  public RecordingListener(String name) {
    this(name, 1, () -> {});
  }

  /** A listener that works before it records. */
  public RecordingListener(String name, int threads, Runnable work) {
    this.name = name;
    this.threads = threads;
    this.work = work;
  }

  /** The UEIs so far. */
  public List<String> ueis() {
    return received.stream().map(InMemoryEvent::getUei).toList();
  }

  /** The events so far. */
  public List<InMemoryEvent> received() {
    return received;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public int getNumThreads() {
    return threads;
  }

  @Override
  public void onEvent(InMemoryEvent event) {
    work.run();
    received.add(event);
  }
}
