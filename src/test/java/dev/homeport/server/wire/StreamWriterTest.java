package dev.homeport.server.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers;
import dev.homeport.server.control.Feed;
import io.undertow.Undertow;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamWriterTest {

  private static final Reply HEAD =
      new Reply(200, null, Headers.none(), Body.empty(), Duration.ZERO);

  private final Pieces pieces = new Pieces();
  private final Undertow undertow =
      Undertow.builder()
          .addHttpListener(0, "127.0.0.1")
          .setHandler(exchange -> new StreamWriter(Clock.systemUTC()).write(exchange, HEAD, pieces))
          .build();

  @AfterEach
  void stop() {
    undertow.stop();
  }

  @Test
  void aSilentStreamIsKeptAlive() throws IOException {
    try (Socket client = ask("GET")) {
      readUntil(client, "beat");
      readUntil(client, "beat");

      pieces.add("piece");

      readUntil(client, "piece");
    }
  }

  @Test
  void aFeedIsClosedWhenItsClientHasGone() throws IOException {
    ask("GET").close();

    await().until(() -> pieces.closed.get() == 1);
  }

  @Test
  void aFeedIsClosedWhenItHasEnded() throws IOException {
    try (Socket client = ask("GET")) {
      pieces.add("last");
      pieces.end();

      assertThat(new String(client.getInputStream().readAllBytes(), UTF_8))
          .endsWith("\r\n\r\nlast");
      assertThat(pieces.closed).hasValue(1);
    }
  }

  @Test
  void headHasNoPiece() throws IOException {
    pieces.add("piece");
    try (Socket client = ask("HEAD")) {
      assertThat(new String(client.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 200")
          .doesNotContain("piece");
      assertThat(pieces.closed).hasValue(1);
    }
  }

  @Test
  void aSlowClientHoldsOnePieceAndNoMore() throws IOException {
    for (int i = 0; i < 100; i++) {
      pieces.add("x".repeat(1 << 20));
    }
    try (Socket client = ask("GET")) {
      readUntil(client, "x");
      await().during(Duration.ofMillis(200)).until(() -> pieces.waiting.size() > 50);

      pieces.end();

      assertThat(client.getInputStream().readAllBytes().length).isGreaterThan(50 << 20);
    }
  }

  private Socket ask(String method) throws IOException {
    undertow.start();
    InetSocketAddress address = (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
    Socket client = new Socket(address.getAddress(), address.getPort());
    client.setSoTimeout(20_000);
    String head = method + " / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    client.getOutputStream().write(head.getBytes(UTF_8));
    return client;
  }

  private static void readUntil(Socket client, String text) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(text) < 0) {
      int next = client.getInputStream().read();
      assertThat(next).as(read.toString()).isNotNegative();
      read.append((char) next);
    }
  }

  /** Gives what was put into it. */
  private static final class Pieces implements Feed {

    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger closed = new AtomicInteger();
    private volatile Runnable wake = () -> {};
    private volatile boolean ended;

    void add(String piece) {
      waiting.add(piece);
      wake.run();
    }

    void end() {
      ended = true;
      wake.run();
    }

    @Override
    public byte @Nullable [] next() {
      String piece = waiting.poll();
      return piece == null ? null : piece.getBytes(UTF_8);
    }

    @Override
    public boolean isEnded() {
      return ended && waiting.isEmpty();
    }

    @Override
    public void onMore(Runnable told) {
      wake = told;
    }

    @Override
    public Duration patience() {
      return Duration.ofMillis(20);
    }

    @Override
    public byte[] heartbeat() {
      return "beat".getBytes(UTF_8);
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }
}
