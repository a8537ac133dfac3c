package dev.homeport.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Another server, byte for byte: each request is answered as the test says. */
final class Upstream implements AutoCloseable {

  /** Answers one request. */
  @FunctionalInterface
  interface Answer {

    /** Closing the socket ends the connection. */
    void to(Asked asked, Socket socket) throws IOException;
  }

  /**
   * A request as it came.
   *
   * @param head its lines without their ends, the first of them the request line
   */
  record Asked(List<String> head, String body) {

    String line() {
      return head.get(0);
    }

    /** The values of a field, in any case. */
    List<String> all(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ": ";
      return head.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()))
          .toList();
    }
  }

  private final ServerSocket socket;
  private final Answer answer;
  private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

  Upstream(Answer answer) {
    try {
      this.socket = new ServerSocket(0, 50, Addresses.FOUR);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.answer = answer;
    start(this::accept);
  }

  /** Answers every request with the same bytes. */
  static Upstream saying(String response) {
    return new Upstream(
        (asked, socket) -> socket.getOutputStream().write(response.getBytes(ISO_8859_1)));
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "upstream");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.incrementAndGet();
        open.add(connection);
        start(() -> serve(connection));
      }
    } catch (IOException e) {
      // The test is over.
      return;
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      while (!connection.isClosed()) {
        Asked next = read(in);
        asked.add(next);
        answer.to(next, connection);
      }
    } catch (IOException e) {
      // The other end has closed it.
      return;
    }
  }

  private static Asked read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the connection ended");
      }
      head.write(next);
    }
    Asked bare = new Asked(List.of(head.toString(ISO_8859_1).strip().split("\r\n", -1)), "");
    List<String> length = bare.all("Content-Length");
    byte[] body = length.isEmpty() ? new byte[0] : in.readNBytes(Integer.parseInt(length.get(0)));
    return new Asked(bare.head(), new String(body, ISO_8859_1));
  }

  static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }

  int port() {
    return socket.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  /** How many connections were opened to it. */
  int connections() {
    return connections.get();
  }

  /** The next request that came. */
  Asked next() throws InterruptedException {
    Asked next = asked.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no request came");
    }
    return next;
  }

  boolean wasAsked() {
    return !asked.isEmpty();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket each : open) {
      each.close();
    }
  }
}
