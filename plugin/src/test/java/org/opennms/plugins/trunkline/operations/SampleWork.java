package org.opennms.plugins.trunkline.operations;

import java.util.List;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;

/** Work lists that never change, for the tests of the faces. */
public final class SampleWork implements WorkLists {
  @Override
  public Listing list(Kind kind) {
    return switch (kind) {
      case UNCLASSIFIED -> new Listing(List.of(doubt(SampleNetwork.BARE)), 0);
      case LOW_CONFIDENCE ->
          new Listing(List.of(doubt(SampleNetwork.HOSTILE), doubt(SampleNetwork.BARE)), 0);
      case CONFLICTS -> new Listing(List.of(), 0);
      case CHANGED ->
          new Listing(
              List.of(
                  new Item(
                      SampleNetwork.UPLINK,
                      change(InterfaceRole.TRUNK, "", InterfaceRole.ISP_UPLINK, "Example Telecom")),
                  new Item(
                      SampleNetwork.BARE,
                      change(
                          InterfaceRole.ISP_UPLINK, "Example Carrier", InterfaceRole.OTHER, ""))),
              7);
    };
  }

  private static Item doubt(KnownInterface known) {
    return new Item(known, Optional.empty());
  }

  private static Optional<Change> change(
      InterfaceRole before, String providerBefore, InterfaceRole after, String providerAfter) {
    return Optional.of(
        new Change(
            SampleNetwork.SEEN,
            before,
            after,
            Optional.of(providerBefore).filter(p -> !p.isEmpty()),
            Optional.of(providerAfter).filter(p -> !p.isEmpty())));
  }
}
