package dev.homeport.engine.answer;

import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers that Homeport gives by itself, as {@code application/problem+json} (RFC 9457). */
public final class ProblemReply {

  private static final Field TYPE = new Field("Content-Type", "application/problem+json");

  private ProblemReply() {}

  /**
   * A problem without further members.
   *
   * @param title what kind of problem it is, the same each time
   * @param detail what it is this time, and what to do
   */
  public static Reply of(int status, String title, String detail) {
    return of(status, title, detail, Map.of(), List.of());
  }

  /**
   * A problem.
   *
   * @param members further members of the JSON object, plain values
   * @param headers further headers
   */
  public static Reply of(
      int status, String title, String detail, Map<String, ?> members, List<Field> headers) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", title);
    json.put("status", status);
    json.put("detail", detail);
    json.putAll(members);
    List<Field> fields = new ArrayList<>();
    fields.add(TYPE);
    fields.addAll(headers);
    byte[] body = Json.write(json).getBytes(StandardCharsets.UTF_8);
    return new Reply(status, null, Headers.of(fields), new Body.Bytes(body), Duration.ZERO);
  }
}
