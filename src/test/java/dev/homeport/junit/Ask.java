package dev.homeport.junit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The application under test, in its shortest form. */
final class Ask {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Ask() {}

  /** The body of the answer to a GET. */
  static String get(String url) {
    try {
      return CLIENT
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(url, e);
    }
  }
}
