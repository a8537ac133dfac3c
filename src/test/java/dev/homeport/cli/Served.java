package dev.homeport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The program while it serves, in a thread of its own; closing interrupts it. */
final class Served implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;

  private final Lines out = new Lines();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CompletableFuture<Integer> status = new CompletableFuture<>();
  private final Thread thread;
  private final String startLine;

  /** Completes with the first line that is written. */
  private static final class Lines extends ByteArrayOutputStream {

    private final CompletableFuture<String> first = new CompletableFuture<>();

    @Override
    public void flush() {
      String text = toString(UTF_8);
      int end = text.indexOf('\n');
      if (end >= 0) {
        first.complete(text.substring(0, end));
      }
    }
  }

  private Served(Map<String, String> environment, String... args) throws Exception {
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, false);
    thread = new Thread(() -> status.complete(Main.run(args, terminal, environment)));
    thread.setDaemon(true);
    thread.start();
    CompletableFuture.anyOf(out.first, status).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!out.first.isDone()) {
      throw new AssertionError("ended with " + status.join() + ": " + err());
    }
    startLine = out.first.join();
  }

  static Served with(String... args) throws Exception {
    return new Served(Map.of(), args);
  }

  static Served with(Map<String, String> environment, String... args) throws Exception {
    return new Served(environment, args);
  }

  String startLine() {
    return startLine;
  }

  String url() {
    return startLine.substring(startLine.indexOf("http"));
  }

  String out() {
    return out.toString(UTF_8);
  }

  String err() {
    return err.toString(UTF_8);
  }

  HttpResponse<String> get(String path) throws Exception {
    return get(url(), path);
  }

  /** Of a service. */
  HttpResponse<String> get(String service, String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(service + path)));
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(url() + path))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  /** Stops it and gives the exit status. */
  int stop() {
    thread.interrupt();
    return status.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    stop();
  }
}
