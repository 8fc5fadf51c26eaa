package org.opennms.plugins.trunkline.alert;

import java.util.concurrent.CompletionStage;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;

/** Asks a device whether an interface is up, out of turn. */
public interface StatusAsker {
  /**
   * Asks; returns at once.
   *
   * @return the answer, {@link LinkStatus#silent} where the device gave none; never fails
   */
  CompletionStage<LinkStatus> ask(KnownInterface of);
}
