package dev.homeport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.MessageKind;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Arrival;
import dev.homeport.engine.journal.BoundedJournal;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Exchange;
import dev.homeport.engine.journal.JournalLimits;
import dev.homeport.engine.journal.MessageNote;
import dev.homeport.engine.journal.OutboundResult;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.journal.SentResponse;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RequestLinesTest {

  private static Entry entry(String target, Outcome outcome, SentResponse response) {
    Request request =
        new Request(
            "GET", target, Headers.none(), new byte[0], "http", InetAddress.getLoopbackAddress());
    return new BoundedJournal(JournalLimits.DEFAULT, System::nanoTime)
        .add(
            new Exchange(
                request, new Arrival(Instant.EPOCH, 0, "HTTP/1.1", 5000), outcome, response));
  }

  private static Entry unmatched(String target, String why) {
    SentResponse response = new SentResponse(404, "Not Found", Headers.none(), new byte[0], 0);
    return entry(target, new Outcome.Unmatched(() -> why), response);
  }

  private static Entry forwarded(@Nullable OutboundResult result) {
    Request request =
        new Request(
            "GET", "/b", Headers.none(), new byte[0], "http", InetAddress.getLoopbackAddress());
    SentResponse sent = new SentResponse(502, "Bad Gateway", Headers.none(), new byte[0], 0);
    return new BoundedJournal(JournalLimits.DEFAULT, System::nanoTime)
        .add(
            new Exchange(
                request,
                new Arrival(Instant.EPOCH, 0, "HTTP/1.1", 5000),
                Outcome.ByServer.INSTANCE,
                sent,
                result,
                null));
  }

  @Nested
  class ALine {

    @Test
    void saysHowARequestWasAnswered() {
      Entry entry = unmatched("/userz", "no route has this path");
      entry.answered(1_260_000);

      assertThat(RequestLines.line(entry))
          .isEqualTo("GET /userz 404 1.3 ms unmatched: no route has this path");
    }

    @Test
    void saysThatTheClientLeft() {
      Entry entry = unmatched("/userz", "no route has this path");
      entry.aborted(2_000_000);

      assertThat(RequestLines.line(entry))
          .isEqualTo("GET /userz 404 2.0 ms (the client left) unmatched: no route has this path");
    }

    @Test
    void hasNoStatusWhenNothingWasSent() {
      Outcome outcome = new Outcome.Unmatched(() -> "its body did not come whole");
      Entry entry = entry("/a", outcome, SentResponse.none());
      entry.aborted(2_000_000);

      assertThat(RequestLines.line(entry))
          .isEqualTo("GET /a - 2.0 ms (the client left) unmatched: its body did not come whole");
    }

    @Test
    void showsWhatAMessageSaysAndWhereItWent() {
      Outcome outcome = new Outcome.Unmatched(() -> "no case holds");

      assertThat(RequestLines.line(message(outcome, MessageKind.TEXT, "hé\n", 1)))
          .isEqualTo("WS /chat came 'hé\\n' unmatched: no case holds");
      assertThat(RequestLines.line(message(outcome, MessageKind.BINARY, "abc", 1, 2)))
          .isEqualTo("WS /chat sent 3 bytes to 2 unmatched: no case holds");
    }

    private Entry message(Outcome outcome, MessageKind kind, String content, long... connections) {
      Request handshake =
          new Request(
              "GET",
              "/chat",
              Headers.none(),
              new byte[0],
              "http",
              InetAddress.getLoopbackAddress());
      return new BoundedJournal(JournalLimits.DEFAULT, System::nanoTime)
          .add(
              new Exchange(
                  handshake.message(kind, content.getBytes(UTF_8)),
                  new Arrival(Instant.EPOCH, 0, "WebSocket", 5000),
                  outcome,
                  SentResponse.none(),
                  null,
                  new MessageNote(kind, connections.length > 1, connections)));
    }

    @Test
    void namesTheFaultThatTheMockPutIn() {
      SentResponse sent = new SentResponse(0, "", Headers.none(), new byte[0], 0, "reset", false);
      Entry entry = entry("/a", Outcome.ByServer.INSTANCE, sent);
      entry.aborted(2_000_000);

      assertThat(RequestLines.line(entry)).isEqualTo("GET /a - 2.0 ms (fault: reset) by itself");
    }

    @Test
    void saysWhyNoOtherServerAnswered() {
      OutboundResult result =
          new OutboundResult("GET", "http://a/b", 0, "a refuses connections", Duration.ZERO);
      Entry entry = forwarded(result);
      entry.answered(2_000_000);

      assertThat(RequestLines.line(entry))
          .isEqualTo("GET /b 502 2.0 ms by itself: a refuses connections");
    }

    @Test
    void saysWhyABodyBrokeOff() {
      Entry entry = forwarded(null);
      entry.streamed(7, "the other server closed the connection");
      entry.aborted(2_000_000);

      assertThat(RequestLines.line(entry))
          .isEqualTo("GET /b 502 2.0 ms (the other server closed the connection) by itself");
    }

    @Test
    void saysWhatCameOfACallback() {
      Duration time = Duration.ofMillis(2);
      OutboundResult fine = new OutboundResult("POST", "http://a/hook", 204, null, time);
      OutboundResult failed = new OutboundResult("PUT", "http://a", 0, "not allowed", time);

      assertThat(RequestLines.line(forwarded(null), fine))
          .isEqualTo("callback POST http://a/hook 204 2.0 ms after GET /b");
      assertThat(RequestLines.line(forwarded(null), failed))
          .isEqualTo("callback PUT http://a failed: not allowed after GET /b");
    }

    @Test
    void isOneWhateverTheClientSent() {
      Entry entry = unmatched("/\u001b[2J", "no path /\u001b[31m\nGET / 200");

      assertThat(RequestLines.line(entry))
          .isEqualTo("GET /\\u001b[2J 404 - unmatched: no path /\\u001b[31m\\nGET / 200");
      assertThat(RequestLines.line(unmatched("/" + "x".repeat(100_000), "why"))).hasSize(4_001);
    }
  }

  /** Takes nothing until it is told to. */
  private static final class Blocked extends OutputStream {

    private final CountDownLatch open = new CountDownLatch(1);
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
      boolean interrupted = false;
      while (true) {
        try {
          open.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true; // as a terminal does, it goes on blocking
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      synchronized (taken) {
        taken.write(b);
      }
    }

    String text() {
      synchronized (taken) {
        return taken.toString(UTF_8);
      }
    }
  }

  @Nested
  class ASlowTerminal {

    private final Blocked terminal = new Blocked();
    private final RequestLines lines =
        new RequestLines(new PrintStream(terminal, true, UTF_8), false).started();

    @Test
    void holdsNobodyUpAndWhatItCannotTakeIsCounted() {
      Entry entry = unmatched("/a", "why");
      for (int i = 0; i < 10_050; i++) {
        lines.ended(entry);
      }
      terminal.open.countDown();

      // One line may be with the printer already.
      Awaitility.await().until(() -> terminal.text().matches("(?s).*… (49|50) lines left out\n.*"));
      lines.close();
      assertThat(terminal.text().lines().filter(line -> line.startsWith("GET")).count())
          .isBetween(10_000L, 10_001L);
    }

    @Test
    void doesNotKeepTheProgramFromEnding() {
      lines.ended(unmatched("/a", "why"));
      lines.close();

      assertThat(terminal.text()).isEmpty();
      terminal.open.countDown();
    }
  }

  @Nested
  class TheProgram {

    @TempDir Path folder;

    private Served serve(String... options) throws Exception {
      Files.writeString(folder.resolve("a.yaml"), "GET /a: { name: alpha }\n");
      String[] args = new String[options.length + 3];
      args[0] = folder.toString();
      args[1] = "--port";
      args[2] = "0";
      System.arraycopy(options, 0, args, 3, options.length);
      return Served.with(args);
    }

    @Test
    void printsOnlyRequestsThatNoMockAnswered() throws Exception {
      Served served = serve("--quiet");
      served.get("/a");
      served.get("/b");
      served.stop();

      assertThat(served.err()).matches("GET /b 404 \\d+\\.\\d ms unmatched: .*\n");
    }

    @Test
    void printsAllWhenItIsVerbose() throws Exception {
      Served served = serve("--quiet", "--verbose");
      served.get("/a");
      served.stop();

      assertThat(served.err())
          .matches("GET /a 200 \\d+\\.\\d ms GET /a 'alpha' .*a\\.yaml:1:1?\\d*\n");
    }

    @Test
    void printsEverythingBeforeItEnds() throws Exception {
      Served served = serve("--quiet");
      for (int i = 0; i < 200; i++) {
        served.get("/b" + i);
      }
      served.stop();

      assertThat(served.err().lines()).hasSize(200);
    }
  }
}
