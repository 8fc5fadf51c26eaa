package org.opennms.plugins.trunkline.receiver.store;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes stores as somebody would who knows their form and wants to hide what he did. */
public final class StoreFiles {
  private final Path directory;
  private final List<Place> places = new ArrayList<>();

  /** Where a record lies: file, first byte behind its length, and offset. */
  public record Place(Path file, int at, int length, long offset) {}

  private StoreFiles(Path directory) {
    this.directory = directory;
  }

  /** Writes envelopes, numbered in one row and with good checksums, so many to a file. */
  public static List<Place> write(Path directory, List<ByteString> envelopes, int perFile)
      throws IOException {
    StoreFiles files = new StoreFiles(directory);
    for (int first = 0; first < envelopes.size(); first += perFile) {
      files.segment(first, envelopes.subList(first, Math.min(first + perFile, envelopes.size())));
    }
    return files.places;
  }

  private void segment(long first, List<ByteString> envelopes) throws IOException {
    Path file = directory.resolve(String.format(Locale.ROOT, "envelopes-%019d.log", first));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(RecordFormat.fileHead(first).array());
    long offset = first;
    for (ByteString envelope : envelopes) {
      int size = RecordFormat.size(envelope);
      places.add(new Place(file, all.size(), size, offset));
      ByteBuffer record = ByteBuffer.allocate(size);
      RecordFormat.put(record, new StoredRecord(offset, 1_000 + offset, envelope));
      all.write(record.array());
      offset++;
    }
    Files.write(file, all.toByteArray());
  }
}
