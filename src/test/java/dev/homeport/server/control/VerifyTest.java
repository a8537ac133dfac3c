package dev.homeport.server.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import dev.homeport.RequestPattern;
import dev.homeport.VerificationError;
import dev.homeport.server.control.ControlClient.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyTest {

  private final Homeport server =
      Homeport.start(
          HomeportOptions.ofYaml("{ POST /charges: { status: 201 }, GET /receipts: {} }")
              .withPort(0));
  private final ControlClient client = new ControlClient(server.url());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatCameAsWantedPasses() {
    charge(42);

    Answer answer =
        client.post(
            "/verify", "{\"request\":\"POST /charges\",\"when\":{\"json\":{\"amount\":42}}}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("passed").asBoolean()).isTrue();
  }

  @Test
  void yamlIsReadToo() {
    charge(42);

    Answer answer = client.send("POST", "/verify", "application/yaml", "request: POST /charges\n");

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void aFailureHasTheTextOfTheJavaApi() {
    charge(41);

    Answer answer =
        client.post(
            "/verify",
            "{\"request\":\"POST /charges\",\"when\":{\"json\":{\"amount\":42}},\"count\":1}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    assertThat(answer.text("failure")).isEqualTo("count");
    assertThat(answer.json().at("/requests/0/differences/0/found").asString()).isEqualTo("41");
    try {
      server.verify(
          RequestPattern.post("/charges").json("$.amount", 42), dev.homeport.Count.once());
    } catch (VerificationError e) {
      assertThat(answer.text("text").lines().skip(1))
          .containsExactlyElementsOf(String.valueOf(e.getMessage()).lines().skip(1).toList());
      return;
    }
    throw new AssertionError("the Java API found it");
  }

  @Test
  void waitsForARequest() {
    CompletableFuture<Answer> answer =
        client.later("/verify", "{\"request\":\"POST /charges\",\"within\":\"1m\"}");
    client.mock("/receipts");
    assertThat(answer).isNotDone();

    charge(42);

    assertThat(answer).succeedsWithin(20, SECONDS).extracting(Answer::status).isEqualTo(200);
  }

  @Test
  void waitsForAnOrder() {
    CompletableFuture<Answer> answer =
        client.later(
            "/verify",
            "{\"inOrder\":[{\"request\":\"POST /charges\"},{\"request\":\"GET /receipts\"}],"
                + "\"within\":\"1m\"}");
    charge(1);
    client.mock("/receipts");

    assertThat(answer).succeedsWithin(20, SECONDS).extracting(Answer::status).isEqualTo(200);
  }

  @Test
  void givesUpWhenTimeIsOver() {
    Answer answer = client.post("/verify", "{\"request\":\"GET /never\",\"within\":\"20ms\"}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("summary"))
        .isEqualTo(
            "wanted at least 1 request within 20ms, found none: GET /never (no request came)");
  }

  @Test
  void manyThatWaitHoldNobodyUp() {
    List<CompletableFuture<Answer>> waiting = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      waiting.add(client.later("/verify", "{\"request\":\"POST /charges\",\"within\":\"2m\"}"));
    }

    assertThat(client.get("/health").status()).isEqualTo(200);
    charge(42);

    for (CompletableFuture<Answer> each : waiting) {
      assertThat(each).succeedsWithin(60, SECONDS).extracting(Answer::status).isEqualTo(200);
    }
  }

  /** By a raw socket: its request is with the server before others are sent. */
  @Test
  void whatWaitsIsAnsweredWhenThePortIsClosed() throws IOException {
    int fork = client.post("/ports", "").json().path("port").asInt();
    ControlClient other = new ControlClient("http://127.0.0.1:" + fork);
    String body = "{\"request\":\"GET /never\",\"within\":\"5m\"}";
    try (Socket waiting = new Socket(InetAddress.getLoopbackAddress(), fork)) {
      waiting.setSoTimeout(20_000);
      String head = "POST /__homeport/verify HTTP/1.1\r\nHost: localhost\r\n";
      String fields = "Content-Type: application/json\r\nContent-Length: " + body.length();
      waiting.getOutputStream().write((head + fields + "\r\n\r\n" + body).getBytes(US_ASCII));
      for (int i = 0; i < 20; i++) {
        assertThat(other.get("/health").status()).isEqualTo(200);
      }

      assertThat(client.delete("/ports/" + fork).status()).isEqualTo(204);

      byte[] start = waiting.getInputStream().readNBytes(12);
      assertThat(new String(start, US_ASCII)).isEqualTo("HTTP/1.1 503");
    }
  }

  @Test
  void whatWasVerifiedIsRememberedBetweenCalls() {
    charge(42);
    client.mock("/receipts");
    client.post("/verify", "{\"request\":\"POST /charges\"}");

    assertThat(client.post("/verify", "{\"noOthers\":[]}").status()).isEqualTo(409);
    assertThat(client.post("/verify", "{\"noOthers\":[{\"request\":\"GET /receipts\"}]}").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"reqest": "GET /a"}            | verification:1:2: unknown key 'reqest' in a pattern (did you mean 'request'?)
          {"request": "GET a"}            | verification:1:18: the path 'a' does not begin with a slash (write /a)
          {"count": -1}                   | verification:1:11: count: expected a number from 0, or { atLeast: 1, atMost: 3 }, found the number -1
          {"within": "1"}                 | verification:1:12: within: '1' has no unit (write 1ms or 1s)
          {"noOthers": [], "count": 1}    | verification:1:18: 'count' cannot stand beside 'noOthers' (leave one of them out)
          [1]                             | verification:1:1: a verification: expected a mapping, found a list
          """)
  void aMistakeIsShownWithItsPlace(String text, String problem) {
    Answer answer = client.post("/verify", text);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("text")).startsWith(problem + "\n");
    assertThat(answer.json().at("/problems/0/line").asInt()).isEqualTo(1);
  }

  private void charge(int amount) {
    client.mock("POST", "/charges", "{\"amount\":" + amount + "}");
  }
}
