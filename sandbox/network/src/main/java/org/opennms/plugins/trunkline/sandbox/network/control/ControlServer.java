package org.opennms.plugins.trunkline.sandbox.network.control;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The control port: one connection at a time, on 127.0.0.1 only. */
public final class ControlServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ControlServer.class.getName());

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final Control control;
  private final ServerSocket listener;
  private final Thread thread;
  private volatile Socket connected;

  private ControlServer(Control control, ServerSocket listener) {
    this.control = control;
    this.listener = listener;
    this.thread = new Thread(this::run, "sandbox-control");
    thread.setDaemon(true);
  }

  /**
   * Listens.
   *
   * @param port 0 for a free one
   * @throws BindException where the port is taken
   */
  public static ControlServer start(Control control, int port) throws IOException {
    ServerSocket listener = new ServerSocket();
    try {
      listener.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
    } catch (BindException e) {
      listener.close();
      throw new BindException(
          "TCP 127.0.0.1:" + port + " is in use; choose another --control-port, or 0");
    }
    ControlServer server = new ControlServer(control, listener);
    server.thread.start();
    return server;
  }

  /** The TCP port. */
  public int port() {
    return listener.getLocalPort();
  }

  private void run() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        connected = socket;
        converse(socket);
      } catch (IOException e) {
        if (!listener.isClosed()) {
          LOG.log(System.Logger.Level.INFO, "control connection ended: {0}", e.getMessage());
        }
      }
    }
  }

  private void converse(Socket socket) throws IOException {
    PrintWriter output =
        new PrintWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
    control.converse(socket.getInputStream(), output);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    Socket socket = connected;
    if (socket != null) {
      socket.close();
    }
  }
}
