package dev.homeport.definition.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.answer.ForwardedExchange;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.HttpUrl;
import dev.homeport.engine.http.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A recording, and the files that it makes. */
final class Heard {

  static final String ORIGIN = "https://api.example.com/base";

  private static final String COMMENT =
      "# Recorded from https://api.example.com/base on 2026-01-31.\n\n";

  private final Recording recording;

  Heard() {
    this(false);
  }

  Heard(boolean keepSecrets) {
    this(keepSecrets, Long.MAX_VALUE);
  }

  Heard(boolean keepSecrets, long mostBytes) {
    recording = new Recording(ORIGIN, keepSecrets, LocalDate.of(2026, 1, 31), mostBytes);
  }

  Recording recording() {
    return recording;
  }

  /**
   * Adds a JSON answer.
   *
   * @param request {@code GET /users?page=2}, and after a line break a body
   * @param fields of the answer, {@code Name: value}
   */
  Heard json(String request, int status, String body, String... fields) {
    return any(request, status, "application/json", body.getBytes(UTF_8), fields);
  }

  /** Adds an answer without a body. */
  Heard empty(String request, int status, String... fields) {
    return any(request, status, "", new byte[0], fields);
  }

  Heard text(String request, String type, String body, String... fields) {
    return any(request, 200, type, body.getBytes(UTF_8), fields);
  }

  Heard any(String request, int status, String type, byte[] body, String... fields) {
    add(request, status, type, body, fields);
    return this;
  }

  Recording.Heard add(String request, int status, String type, byte[] body, String... fields) {
    List<Field> all = new ArrayList<>();
    if (!type.isEmpty()) {
      all.add(new Field("Content-Type", type));
    }
    Arrays.stream(fields).map(Heard::field).forEach(all::add);
    return recording.add(exchange(request(request), status, Headers.of(all), body, true));
  }

  static ForwardedExchange exchange(
      Request request, int status, Headers headers, byte[] body, boolean isWhole) {
    HttpUrl url = new HttpUrl("https", "api.example.com", 443, request.target());
    return new ForwardedExchange(request, url, status, "", headers, body, isWhole);
  }

  private static Field field(String line) {
    int colon = line.indexOf(": ");
    return new Field(line.substring(0, colon), line.substring(colon + 2));
  }

  static Request request(String text) {
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    byte[] body = end < 0 ? new byte[0] : text.substring(end + 1).getBytes(UTF_8);
    int space = line.indexOf(' ');
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("Host", "localhost"));
    if (body.length > 0) {
      boolean isForm = text.charAt(end + 1) != '{' && text.charAt(end + 1) != '[';
      String type = isForm ? "application/x-www-form-urlencoded" : "application/json";
      fields.add(new Field("Content-Type", type));
    }
    return new Request(
        line.substring(0, space),
        line.substring(space + 1),
        Headers.of(fields),
        body,
        "http",
        InetAddress.getLoopbackAddress());
  }

  /** The files as texts, by their names. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    for (String resource : recording.changes()) {
      recording
          .files(resource)
          .contents()
          .forEach((name, bytes) -> files.put(name, new String(bytes, UTF_8)));
    }
    return files;
  }

  /** The text of the one mock file, without its comment. */
  String yaml() {
    Map<String, String> files = files();
    List<String> names = files.keySet().stream().filter(each -> each.endsWith(".yaml")).toList();
    String text = files.getOrDefault(names.get(0), "");
    if (names.size() != 1 || !text.startsWith(COMMENT)) {
      throw new AssertionError(files);
    }
    return text.substring(COMMENT.length());
  }

  /** Writes the files and asks them what was heard. */
  Playback playback(Path folder) throws IOException {
    RecordedFolder target = RecordedFolder.open(folder);
    for (String resource : recording.changes()) {
      target.write(recording.files(resource));
    }
    return Playback.of(recording, folder);
  }
}
