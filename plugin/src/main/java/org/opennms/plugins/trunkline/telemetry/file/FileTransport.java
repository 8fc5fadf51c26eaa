package org.opennms.plugins.trunkline.telemetry.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery.Delivered;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery.Later;
import org.opennms.plugins.trunkline.telemetry.transport.Outgoing;
import org.opennms.plugins.trunkline.telemetry.transport.Transport;
import org.opennms.plugins.trunkline.wire.Signer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Envelopes into files. An envelope is delivered when it was forced to disk, many with one force. A
 * file is finished at its size or at midnight UTC; then the day's list is signed anew.
 */
public final class FileTransport implements Transport {
  private static final Logger LOG = LoggerFactory.getLogger(FileTransport.class);
  private static final int WINDOW = 256;
  private static final Pattern NAME =
      Pattern.compile("telemetry-\\d{4}-\\d\\d-\\d\\dT.*\\" + EnvelopeFile.SUFFIX);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final FileSettings settings;
  private final String agent;
  private final Supplier<Signer> signer;
  private final InstantSource clock;
  private final List<CompletableFuture<Delivery>> unforced = new ArrayList<>();
  private Optional<EnvelopeFile> open = Optional.empty();
  private volatile String detail;

  /**
   * Begins with the first envelope.
   *
   * @param agent named in the lists
   * @param signer signs the lists
   */
  public FileTransport(
      FileSettings settings, String agent, Supplier<Signer> signer, InstantSource clock) {
    this.settings = settings;
    this.agent = agent;
    this.signer = signer;
    this.clock = clock;
    this.detail = settings.directory().toString();
  }

  @Override
  public String name() {
    return "files";
  }

  @Override
  public int window() {
    return WINDOW;
  }

  @Override
  public int rate() {
    return 0;
  }

  @Override
  public CompletionStage<Delivery> send(Outgoing envelope) {
    CompletableFuture<Delivery> outcome = new CompletableFuture<>();
    try {
      current(clock.instant()).append(envelope.bytes());
      unforced.add(outcome);
    } catch (IOException e) {
      outcome.complete(new Later(Duration.ZERO, settings.directory() + ": " + e.getMessage()));
    }
    return outcome;
  }

  @Override
  public void flush() {
    Delivery outcome = new Delivered();
    try {
      if (open.isPresent()) {
        open.get().force();
      }
    } catch (IOException e) {
      outcome = new Later(Duration.ZERO, settings.directory() + ": " + e.getMessage());
    }
    Delivery each = outcome;
    unforced.forEach(u -> u.complete(each));
    unforced.clear();
  }

  @Override
  public String detail() {
    return detail;
  }

  @Override
  public void close() {
    try {
      finish();
    } catch (IOException e) {
      detail = settings.directory() + ": " + e.getMessage();
    }
  }

  private EnvelopeFile current(Instant now) throws IOException {
    if (open.isEmpty()) {
      Files.createDirectories(settings.directory());
      open = Optional.of(new EnvelopeFile(unfinished(now).orElseGet(() -> fresh(now))));
    }
    EnvelopeFile file = open.get();
    boolean full = file.length() >= settings.mostBytes();
    if (full || !day(file.path()).equals(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
      flush();
      finish();
      deleteOld(now);
      open = Optional.of(new EnvelopeFile(fresh(now)));
    }
    detail = open.get().path() + ", " + open.get().count() + " envelopes";
    return open.get();
  }

  private void finish() throws IOException {
    if (open.isPresent()) {
      EnvelopeFile file = open.get();
      file.close();
      open = Optional.empty();
      Manifest.write(settings.directory(), day(file.path()), agent, signer.get());
    }
  }

  // After a crash a file is in no list: one of today is gone on with, so that nothing is written
  // twice; an older one is finished now, and a damaged one listed as it is.
  private Optional<Path> unfinished(Instant now) throws IOException {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Optional<Path> ofToday = Optional.empty();
    for (Path file : files().stream().sorted().toList()) {
      LocalDate day = day(file);
      if (Manifest.listed(settings.directory(), day).contains(file.getFileName().toString())) {
        continue;
      }
      boolean damaged = EnvelopeFile.isDamaged(file);
      if (day.equals(today) && !damaged) {
        ofToday = Optional.of(file);
        continue;
      }
      if (damaged) {
        LOG.error("{} is damaged; it stays as it is, and another one is begun", file);
      } else {
        new EnvelopeFile(file).close();
      }
      Manifest.write(settings.directory(), day, agent, signer.get());
    }
    return ofToday;
  }

  private void deleteOld(Instant now) throws IOException {
    LocalDate oldest = LocalDate.ofInstant(now.minus(settings.retention()), ZoneOffset.UTC);
    for (Path file : files().stream().filter(f -> day(f).isBefore(oldest)).toList()) {
      deleteTails(file);
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + EnvelopeFile.INDEX));
      Files.deleteIfExists(file);
    }
  }

  private void deleteTails(Path file) throws IOException {
    String tails = file.getFileName() + EnvelopeFile.TAIL + "*";
    try (DirectoryStream<Path> found = Files.newDirectoryStream(settings.directory(), tails)) {
      for (Path tail : found) {
        Files.delete(tail);
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(settings.directory())) {
      return files.filter(f -> NAME.matcher(f.getFileName().toString()).matches()).toList();
    }
  }

  // Never one that is there: a finished file is not written to again.
  private Path fresh(Instant now) {
    Path file = named(now);
    for (Instant at = now; Files.exists(file); at = at.plusMillis(1)) {
      file = named(at);
    }
    return file;
  }

  private Path named(Instant at) {
    return settings.directory().resolve("telemetry-" + STAMP.format(at) + EnvelopeFile.SUFFIX);
  }

  private static LocalDate day(Path file) {
    return LocalDate.parse(file.getFileName().toString().substring(10, 20));
  }
}
