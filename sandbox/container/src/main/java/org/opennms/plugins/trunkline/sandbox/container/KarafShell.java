package org.opennms.plugins.trunkline.sandbox.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.io.output.NoCloseOutputStream;

/** Runs Karaf commands over SSH, one session each. Thread-safe. */
public final class KarafShell implements AutoCloseable {

  private static final Duration LOGIN = Duration.ofSeconds(10);
  private static final Duration COMMAND = Duration.ofMinutes(3);

  private final int port;
  private final Credentials credentials;
  private final SshClient client = SshClient.setUpDefaultClient();

  /** A shell at this port of 127.0.0.1. */
  KarafShell(int port, Credentials credentials) {
    this.port = port;
    this.credentials = credentials;
    // A new container makes a new host key, and nothing but loopback is ever asked.
    client.setServerKeyVerifier((session, address, key) -> true);
    client.start();
  }

  /**
   * Runs a command line and waits for its end.
   *
   * @throws IOException when the shell cannot be reached, refuses the login, or gives no answer in
   *     three minutes
   */
  public ShellResult run(String command) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    return run(command, output, output);
  }

  /**
   * Runs a command line that must succeed and gives its standard output.
   *
   * @throws IOException also when it fails; the message holds what it said
   */
  public String expect(String command) throws IOException {
    ShellResult result = run(command);
    if (!result.isOk()) {
      throw new IOException(
          "'%s' ended with exit code %d: %s%s"
              .formatted(command, result.exitCode(), result.output(), result.errors()));
    }
    return result.output();
  }

  /** Runs a command line whose standard output is passed on while it runs. */
  public ShellResult stream(String command, OutputStream output) throws IOException {
    return run(command, output, new ByteArrayOutputStream());
  }

  private ShellResult run(String command, OutputStream output, ByteArrayOutputStream kept)
      throws IOException {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    try (ClientSession session = login();
        ChannelExec channel = session.createExecChannel(command)) {
      // The channel closes its streams, which may be the caller's standard output.
      channel.setOut(new NoCloseOutputStream(output));
      channel.setErr(errors);
      channel.open().verify(LOGIN);
      Set<ClientChannelEvent> events =
          channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), COMMAND);
      if (events.contains(ClientChannelEvent.TIMEOUT)) {
        throw new IOException("No end of '" + command + "' within " + COMMAND);
      }
      Integer status = channel.getExitStatus();
      return new ShellResult(
          kept.toString(UTF_8), errors.toString(UTF_8), status == null ? -1 : status);
    }
  }

  private ClientSession login() throws IOException {
    ClientSession session =
        client.connect(credentials.user(), "127.0.0.1", port).verify(LOGIN).getSession();
    try {
      session.addPasswordIdentity(credentials.password());
      session.auth().verify(LOGIN);
      return session;
    } catch (IOException e) {
      session.close();
      throw e;
    }
  }

  @Override
  public void close() {
    client.stop();
  }
}
