package org.opennms.plugins.trunkline.telemetry.outbox;

import java.nio.ByteBuffer;
import org.h2.mvstore.type.StringDataType;

/** H2's text, but no longer than what there is to read. */
final class BoundedString extends StringDataType {
  static final BoundedString INSTANCE = new BoundedString();

  private BoundedString() {}

  @Override
  public String read(ByteBuffer buffer) {
    buffer.mark();
    SummedBytes.length(buffer, 0);
    buffer.reset();
    return super.read(buffer);
  }
}
