package org.opennms.plugins.trunkline.sandbox.network.device;

/**
 * A cable between two ports. Both ends see the same link: it is up only while both are up, and a
 * neighbour that was pulled is gone from both ends' LLDP and CDP tables.
 *
 * <p>Thread-safe.
 */
public final class Link {

  /** One end of a link. */
  public record End(GeneratedDevice device, Port port) {}

  private final End first;
  private final End second;
  private volatile boolean announced = true;

  /** A cable that is not plugged in yet. */
  public Link(End first, End second) {
    this.first = first;
    this.second = second;
  }

  /** Plugs the cable into both ports. */
  public void plugIn() {
    first.port().plug(this);
    second.port().plug(this);
  }

  /** What is at the other side of a port of this link. */
  public End opposite(Port port) {
    return first.port() == port ? second : first;
  }

  /** Whether both ends are administratively up and not cut. */
  public boolean up() {
    return first.port().enabled() && second.port().enabled();
  }

  /** Whether the neighbours see each other. */
  public boolean announced() {
    return announced && up();
  }

  /** Lets the neighbours see each other, or not. */
  public void announce(boolean visible) {
    announced = visible;
  }
}
