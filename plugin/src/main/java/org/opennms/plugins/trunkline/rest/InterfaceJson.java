package org.opennms.plugins.trunkline.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.UncheckedIOException;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.JsonRendering;

/** REST's own views as text for the shell. Thread-safe. */
public final class InterfaceJson implements JsonRendering {
  private static final ObjectWriter ASCII =
      Json.MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  @Override
  public String row(KnownInterface known) {
    return text(InterfaceRow.of(known));
  }

  @Override
  public String detail(KnownInterface known) {
    return text(InterfaceDetail.of(known));
  }

  private static String text(Record view) {
    try {
      // JSON leaves DEL as it is, and a terminal does not.
      return ASCII.writeValueAsString(view).replace("\u007f", "\\u007f");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
