package dev.homeport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever clients send, the server explains or closes; nobody sees a stack trace, and a normal
 * client beside them is answered all the time.
 */
final class HostileClientsTest {

  private static final String MOCKS =
      """
      GET /ok: { text: fine }
      GET /users/{id:[0-9]+}: { json: { id: "{{number path.id}}", q: "{{query.q}}" } }
      GET /files/{*path}: { text: "{{path.path}}" }
      POST /orders:
        - when: { json: { '$.items[?(@.n > 1)].sku': { matches: '(a+)+b' } } }
          json: "{{json.items}}"
        - when: { xml: { //a/@b: "1" } }
          text: xml
        - when: { form: { a: present } }
          text: "{{form.a}}"
        - when: { parts: { f: { size: { gt: 3 } } } }
          text: part
        - status: 422
          text: "{{method}} {{rawPath}} {{headers.X-Any}} {{body}}"
      """;

  private final Homeport api = Homeport.start(HomeportOptions.ofYaml(MOCKS).withPort(0));
  private final Queue<LogRecord> logged = new ConcurrentLinkedQueue<>();
  private final Handler listening = new Listening(logged);
  private final AtomicBoolean isOver = new AtomicBoolean();
  private final AtomicInteger answered = new AtomicInteger();
  private final List<Socket> open = new ArrayList<>();
  private CompletableFuture<Void> normalClient = CompletableFuture.completedFuture(null);

  private static final class Listening extends Handler {

    private final Queue<LogRecord> logged;

    Listening(Queue<LogRecord> logged) {
      this.logged = logged;
    }

    @Override
    public void publish(LogRecord entry) {
      if (entry.getThrown() != null || entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        logged.add(entry);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void startNormalClient() {
    Logger.getLogger("").addHandler(listening);
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(URI.create(api.url() + "/ok")).build();
    normalClient =
        CompletableFuture.runAsync(
            () -> {
              do {
                try {
                  assertThat(client.send(request, BodyHandlers.ofString()).body())
                      .isEqualTo("fine");
                  answered.incrementAndGet();
                } catch (IOException | InterruptedException e) {
                  throw new AssertionError(e);
                }
              } while (!isOver.get());
            });
  }

  @AfterEach
  void normalClientWasAnswered() throws IOException {
    isOver.set(true);
    normalClient.join();
    for (Socket socket : open) {
      socket.close();
    }
    api.close();
    Logger.getLogger("").removeHandler(listening);
    assertThat(answered.get()).isPositive();
    assertThat(logged).extracting(LogRecord::getMessage).isEmpty();
  }

  private Socket connect() {
    try {
      Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), api.port());
      socket.setSoTimeout(5_000);
      open.add(socket);
      return socket;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What the server says until it closes the connection; nothing when it broke that. */
  private String exchange(byte[] sent) {
    Socket socket = connect();
    open.remove(socket);
    try (socket) {
      socket.getOutputStream().write(sent);
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (SocketTimeoutException e) {
      throw new AssertionError("no answer to " + new String(sent, ISO_8859_1), e);
    } catch (IOException e) {
      return "";
    }
  }

  private String ask(String requestLine, String... fields) {
    return exchange(bytes(head(requestLine, fields)));
  }

  private static String head(String requestLine, String... fields) {
    String all = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
    return requestLine + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + all + "\r\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static void assertExplained(String answer) {
    assertThat(answer).doesNotContain("HTTP/1.1 500").doesNotContain("\tat ");
    assertThat(answer).doesNotContain("java.lang.").doesNotContain("io.undertow");
  }

  @Test
  void randomBytesAreExplainedOrClosed() {
    Random random = new Random(42);
    for (int i = 0; i < 500; i++) {
      byte[] noise = new byte[random.nextInt(600)];
      random.nextBytes(noise);
      assertExplained(exchange(noise));
    }
  }

  @Test
  void requestsWithAByteChangedAreExplainedOrAnswered() {
    String body = "{\"items\": [{\"n\": 2, \"sku\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaac\"}]}";
    byte[] good =
        bytes(
            head(
                    "POST /orders?q=%41",
                    "Content-Type: application/json", "Content-Length: " + body.length())
                + body);
    Random random = new Random(7);
    for (int i = 0; i < 1_500; i++) {
      byte[] changed = good.clone();
      for (int n = 0; n <= random.nextInt(3); n++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      assertExplained(exchange(changed));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%",
        "/%4",
        "/%zz",
        "/%ff",
        "/%c0%af",
        "/%ed%a0%80",
        "/%00",
        "/files/%00/..%2f..%2fetc",
        "/files/%2e%2e/%2e%2e/etc",
        "/files/..\\..\\etc",
        "/files/C:%5Cx",
        "/users/%2F1",
        "//",
        "/;",
        "/users/1;x",
        "/users/1?q=%",
        "/users/1?q=%zz",
        "/users/1?%ff=%fe",
        "/users/1?&&==&",
        "/files/%F4%90%80%80",
        "/\u00e9",
        "/{a}|<b>\"`^",
        "/users/1#a"
      })
  void oddTargetsAreAnsweredOrExplained(String target) {
    String answer = ask("GET " + target);

    assertExplained(answer);
    assertThat(answer).startsWith("HTTP/1.1 ");
  }

  @Test
  void giantHeadsAreRefused() {
    String letters = "a".repeat(3 << 20);
    assertExplained(ask("GET /" + letters));
    assertExplained(ask("GET /ok?q=" + letters));
    assertExplained(ask("GET /ok", "X-A: " + letters));
    assertExplained(ask(letters + " /ok"));
    String[] fields = new String[20_000];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = "X-" + i + ": " + i;
    }
    assertExplained(ask("GET /ok", fields));
  }

  @Test
  void bodiesThatAreNoneAreAnsweredOrExplained() {
    String deep = "[".repeat(200_000);
    String xml = "<a>".repeat(100_000);
    String bomb = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>";
    String redos = "{\"items\": [{\"n\": 2, \"sku\": \"" + "a".repeat(5_000) + "c\"}]}";
    for (String body : List.of(deep, xml, bomb, redos, "\u0000", "{\"a\":1e999999999}")) {
      for (String type :
          List.of(
              "application/json",
              "application/xml",
              "application/x-www-form-urlencoded",
              "multipart/form-data; boundary=x",
              "multipart/form-data",
              "text/plain; charset=nonsense")) {
        String answer =
            exchange(
                bytes(
                    head(
                            "POST /orders",
                            "Content-Type: " + type,
                            "Content-Length: " + body.length())
                        + body));
        assertExplained(answer);
        assertThat(answer).startsWith("HTTP/1.1 ");
      }
    }
  }

  @Test
  void halfSentRequestsHoldNobodyUp() throws IOException {
    for (int i = 0; i < 600; i++) {
      Socket socket = connect();
      String text =
          switch (i % 3) {
            case 0 ->
                "POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nabc";
            case 1 ->
                "POST /orders HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n";
            default -> "GET /ok HTTP/1.1\r\nHost: loc";
          };
      socket.getOutputStream().write(bytes(text));
    }

    assertThat(ask("GET /ok")).endsWith("fine");
  }

  @Test
  void idleConnectionsHoldNobodyUp() {
    for (int i = 0; i < 1_000; i++) {
      connect();
    }

    assertThat(ask("GET /ok")).endsWith("fine");
  }

  @Test
  void clientsThatNeverReadHoldNobodyUp() throws IOException {
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int i = 0; i < 2_000; i++) {
      many.writeBytes(bytes("GET /ok HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    }
    for (int i = 0; i < 20; i++) {
      connect().getOutputStream().write(many.toByteArray());
    }

    assertThat(ask("GET /ok")).endsWith("fine");
  }
}
