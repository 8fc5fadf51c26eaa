package org.opennms.plugins.trunkline.alert;

import org.opennms.plugins.trunkline.model.Alert;

/** Hears of every alert that was opened, became worse or was cleared; must not wait. */
interface AlertOutlet {
  void changed(Alert alert);
}
