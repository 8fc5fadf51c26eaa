package org.opennms.plugins.trunkline.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

  @TempDir Path directory;

  @Test
  void a_stopped_process_is_gone_and_stopping_twice_is_harmless() throws IOException {
    ChildProcess child = ChildProcess.start(new ProcessBuilder("sleep", "600"));
    assertThat(child.isAlive()).isTrue();

    child.stop();
    child.stop();

    assertThat(child.isAlive()).isFalse();
    assertThat(ProcessHandle.of(child.pid()).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void a_killed_process_has_no_chance_to_clean_up() throws IOException {
    ChildProcess child =
        ChildProcess.start(
            new ProcessBuilder(
                "sh", "-c", "trap 'echo cleaned' TERM EXIT; echo up; sleep 600 & wait"));
    byte[] up = child.output().readNBytes(3);

    child.kill();

    assertThat(new String(up, StandardCharsets.US_ASCII)).isEqualTo("up\n");
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void a_network_that_cannot_start_says_why() {
    Path noJar = directory.resolve("missing.jar");

    assertThatIOException()
        .isThrownBy(() -> NetworkProcess.start(noJar, directory, List.of("generate")))
        .withMessageContaining("missing.jar");
  }

  @Test
  void waiting_in_vain_says_for_what_and_why_the_last_question_failed() {
    Waiting waiting = new Waiting(Duration.ofMillis(10));

    assertThatIOException()
        .isThrownBy(
            () ->
                waiting.until(
                    "the moon is up",
                    () -> {
                      throw new IOException("clouds");
                    },
                    () -> "It is night."))
        .withMessageContainingAll("the moon is up", "It is night.")
        .withCauseInstanceOf(IOException.class)
        .havingCause()
        .withMessage("clouds");
  }
}
