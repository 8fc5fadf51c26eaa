package org.opennms.plugins.trunkline.operations;

import org.opennms.plugins.trunkline.model.KnownInterface;

/**
 * Interfaces as JSON text, in the shapes that REST answers with, so that scripts over the shell and
 * over HTTP read the same. One line, ASCII only (the rest is escaped): it can do a terminal no
 * harm. Thread-safe.
 */
public interface JsonRendering {
  /** As a row of a listing: the schema {@code InterfaceRow} of the OpenAPI document. */
  String row(KnownInterface known);

  /** With everything that is known and why: the schema {@code InterfaceDetail}. */
  String detail(KnownInterface known);
}
