package dev.homeport.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One request and the body that must come back.
 *
 * @param target path and query
 * @param body sent as JSON; empty for none
 * @param answer the whole of what must come back, with status 200
 */
record Probe(
    String method, String target, Map<String, String> headers, String body, Pattern answer) {

  static Probe get(String target, String answer) {
    return new Probe("GET", target, Map.of(), "", Pattern.compile(answer, Pattern.LITERAL));
  }

  /**
   * Asks once.
   *
   * @return false when nobody listens there yet
   * @throws IOException when something else is answered
   */
  boolean ask(int port) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:" + port + target).toURL().openConnection();
    try {
      connection.setRequestMethod(method);
      connection.setRequestProperty("Connection", "close");
      headers.forEach(connection::setRequestProperty);
      if (!body.isEmpty()) {
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
          out.write(body.getBytes(UTF_8));
        }
      }
      check(connection);
      return true;
    } catch (ConnectException e) {
      return false;
    } finally {
      connection.disconnect();
    }
  }

  private void check(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      String text = in == null ? "" : new String(in.readAllBytes(), UTF_8);
      if (status != 200 || !answer.matcher(text).matches()) {
        throw new IOException(
            "%s %s is answered with %d and '%s', expected 200 and '%s'"
                .formatted(method, target, status, text, answer));
      }
    }
  }
}
