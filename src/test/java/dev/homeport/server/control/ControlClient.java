package dev.homeport.server.control;

import dev.homeport.engine.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A program that asks a server's mocks and its control API. */
final class ControlClient {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String url;

  /**
   * @param url of the server, without a slash at the end
   */
  ControlClient(String url) {
    this.url = url;
  }

  /** What came back; a body that is not JSON is null. */
  record Answer(int status, HttpResponse<String> response) {

    JsonNode json() {
      return Objects.requireNonNull(Json.parse(response.body()), response.body());
    }

    String text(String member) {
      return json().path(member).asString();
    }

    String mediaType() {
      return response.headers().firstValue("Content-Type").orElse("");
    }
  }

  /** Asks a mock. */
  Answer mock(String method, String target, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + target))
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  Answer mock(String target) {
    return mock("GET", target, "");
  }

  Answer get(String path) {
    return send(request(path).GET().build());
  }

  Answer delete(String path) {
    return send(request(path).DELETE().build());
  }

  /** Sends JSON. */
  Answer post(String path, String json) {
    return send("POST", path, "application/json", json);
  }

  Answer put(String path, String json) {
    return send("PUT", path, "application/json", json);
  }

  Answer send(String method, String path, String mediaType, String body) {
    return send(withBody(method, path, mediaType, body));
  }

  /** The answer when it comes. */
  CompletableFuture<Answer> later(String path, String json) {
    return HTTP.sendAsync(withBody("POST", path, "application/json", json), BodyHandlers.ofString())
        .thenApply(response -> new Answer(response.statusCode(), response));
  }

  /** The lines of a stream, as they come. */
  HttpResponse<Stream<String>> lines(String path, String... headers) {
    try {
      HttpRequest.Builder request = request(path);
      if (headers.length > 0) {
        request.headers(headers);
      }
      return HTTP.send(request.build(), BodyHandlers.ofLines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private HttpRequest withBody(String method, String path, String mediaType, String body) {
    return request(path)
        .header("Content-Type", mediaType)
        .method(method, BodyPublishers.ofString(body))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + "/__homeport" + path));
  }

  private static Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
