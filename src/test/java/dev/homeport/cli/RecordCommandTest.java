package dev.homeport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.definition.record.RealApi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordCommandTest {

  @TempDir Path parent;

  /** What a client sees of an answer. */
  private record Seen(String call, int status, String body, String location) {

    static Seen of(RealApi.Call call, HttpResponse<byte[]> response) throws IOException {
      String location = response.headers().firstValue("Location").orElse("");
      boolean isZipped =
          response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
      byte[] body =
          isZipped
              ? new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes()
              : response.body();
      String text = new String(body, UTF_8);
      boolean isText = text.getBytes(UTF_8).length == body.length;
      return new Seen(
          call.method() + " " + call.target(),
          response.statusCode(),
          isText ? text : HexFormat.of().formatHex(body),
          location);
    }
  }

  private String out() {
    return parent.resolve("mocks").toString();
  }

  private static List<Seen> ask(String url) throws Exception {
    HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    List<Seen> seen = new ArrayList<>();
    for (RealApi.Call call : RealApi.calls()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url + call.target()))
              .method(call.method(), BodyPublishers.ofString(call.body()));
      if (!call.body().isEmpty()) {
        request.header("Content-Type", call.type());
      }
      seen.add(Seen.of(call, client.send(request.build(), BodyHandlers.ofByteArray())));
    }
    return seen;
  }

  @Test
  void theMocksAnswerTheSameCallsAlike() throws Exception {
    List<Seen> real;
    try (RealApi api = RealApi.start()) {
      real = ask(api.url());
    }
    List<Seen> whileRecording;
    try (RealApi api = RealApi.start();
        Served recorder = Served.with("record", api.url(), "--out", out(), "--port", "0")) {
      whileRecording = ask(recorder.url());

      assertThat(recorder.stop()).isZero();
      assertThat(recorder.err()).doesNotContain("not recorded");
      assertThat(recorder.out())
          .endsWith(" files from " + real.size() + " requests, which they answer the same\n");
      assertThat(recorder.err())
          .startsWith("recording " + api.url() + " into " + out() + "\n")
          .contains("recorded GET /api/v1/users/{id}\n");
    }
    try (Served mocks = Served.with(out(), "--port", "0")) {
      assertThat(ask(mocks.url())).isEqualTo(whileRecording).isEqualTo(real);
    }
  }

  @Test
  void filesAreThereWhileItRecords() throws Exception {
    try (RealApi api = RealApi.start();
        Served recorder = Served.with("record", api.url(), "--out", out(), "--port", "0")) {
      recorder.get("/job");

      await().until(() -> Files.exists(Path.of(out(), "job.yaml")));
      assertThat(recorder.get("/__homeport/journal").body()).contains("/job");
    }
  }

  @Test
  void whatARequestPrefersIsForTheApiToHear() throws Exception {
    try (RealApi api = RealApi.start();
        Served recorder = Served.with("record", api.url(), "--out", out(), "--port", "0")) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(recorder.url() + "/job"))
              .header("Prefer", "code=503")
              .build();
      int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();

      assertThat(status).isNotEqualTo(503);
    }
  }

  @Test
  void programsReadItsReport() throws Exception {
    try (RealApi api = RealApi.start();
        Served recorder =
            Served.with("record", api.url(), "--out", out(), "--port", "0", "--json", "--quiet")) {
      String port = recorder.startLine().replaceAll(".*\"port\":([0-9]+).*", "$1");
      HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/job")).build(),
              BodyHandlers.discarding());
      recorder.stop();

      assertThat(recorder.startLine()).contains("\"recording\":\"" + api.url() + "\"");
      assertThat(recorder.out().lines().toList().get(1))
          .contains("\"requests\":1,\"routes\":1,\"files\":1,")
          .endsWith("\"edited\":[],\"differences\":[],\"problems\":0}");
      assertThat(recorder.err()).isEmpty();
    }
  }

  @Test
  void anApiThatDoesNotAnswerIsNotRecorded() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (Served recorder =
        Served.with("record", "http://localhost:" + free, "--out", out(), "--port", "0")) {
      assertThat(recorder.get("/users").statusCode()).isEqualTo(502);
      assertThat(recorder.stop()).isZero();
      assertThat(recorder.out()).endsWith("nothing was recorded\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          record ftp://a --out b | 'ftp://a' is no URL to record: it does not begin with http:// or \
          https:// (write https://api.example.com or http://localhost:3000)
          record http://a?b --out b | 'http://a?b' is no URL to record: it has a query (the query of \
          the request is appended)
          record http://a/{{b}} --out b | 'http://a/{{b}}' is no URL to record: it is a template \
          (write the URL itself)
          """)
  void whatIsNoUrlSaysWhy(String args, String message) {
    assertThat(Outcome.of(args.strip().split(" +")))
        .isEqualTo(new Outcome(2, "", "homeport: " + message + "\n"));
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAlone() throws Exception {
    Files.writeString(Files.createDirectory(Path.of(out())).resolve("a.yaml"), "");

    assertThat(Outcome.of("record", "http://localhost:1", "--out", out()))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "homeport: --out: the folder '"
                    + out()
                    + "' is not empty (record into a new one, and move over what you want to keep)\n"));
  }
}
