package dev.homeport.engine.crud;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.answer.DataStep.Outcome;
import dev.homeport.engine.data.Data;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that is not carried out: becomes a problem (RFC 9457). Never leaves the package. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final transient List<Field> headers;

  /**
   * A refusal.
   *
   * @param title what kind it is, the same each time
   * @param detail what it is this time, and what to do
   */
  RefusedException(int status, String title, String detail, Field... headers) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.headers = List.of(headers);
  }

  Outcome outcome(Data data) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", String.valueOf(getMessage()));
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("Content-Type", "application/problem+json"));
    fields.addAll(headers);
    return new Outcome(status, fields, Json.write(problem).getBytes(UTF_8), data);
  }
}
