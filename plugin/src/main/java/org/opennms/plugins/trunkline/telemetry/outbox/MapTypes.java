package org.opennms.plugins.trunkline.telemetry.outbox;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.LongDataType;

/** What the outbox's maps hold: types that notice damage, without Java's serialization. */
final class MapTypes {
  private MapTypes() {}

  static MVMap.Builder<Long, byte[]> byNumber() {
    return new MVMap.Builder<Long, byte[]>()
        .keyType(LongDataType.INSTANCE)
        .valueType(SummedBytes.INSTANCE);
  }

  static MVMap.Builder<String, byte[]> byName() {
    return new MVMap.Builder<String, byte[]>()
        .keyType(BoundedString.INSTANCE)
        .valueType(SummedBytes.INSTANCE);
  }

  static MVMap.Builder<String, Long> numbers() {
    return new MVMap.Builder<String, Long>()
        .keyType(BoundedString.INSTANCE)
        .valueType(SummedLong.INSTANCE);
  }

  static MVMap.Builder<Long, Long> pairs() {
    return new MVMap.Builder<Long, Long>()
        .keyType(LongDataType.INSTANCE)
        .valueType(SummedLong.INSTANCE);
  }
}
