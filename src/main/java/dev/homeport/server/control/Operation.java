package dev.homeport.server.control;

import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One method of one path below {@code /__homeport}.
 *
 * @param path as the OpenAPI document writes it: {@code /routes/{id}/override}
 * @param parameters of the query that it knows
 * @param mediaTypes of its body, one of which must be named; empty for those without a body
 */
record Operation(
    String method, String path, Set<String> parameters, Set<String> mediaTypes, Handler handler) {

  private static final Set<String> JSON = Set.of("application/json");
  private static final Set<String> JSON_OR_YAML = Set.of("application/json", "application/yaml");

  /** What it does. Safe for any number of threads. */
  @FunctionalInterface
  interface Handler {
    ControlAnswer answer(Call call) throws Refusal;
  }

  /** What is answered at once. */
  @FunctionalInterface
  interface PromptHandler {
    Reply answer(Call call) throws Refusal;
  }

  Operation {
    parameters = Set.copyOf(parameters);
    mediaTypes = Set.copyOf(mediaTypes);
  }

  static Operation get(String path, PromptHandler handler, String... parameters) {
    return reading(path, at(handler), parameters);
  }

  static Operation reading(String path, Handler handler, String... parameters) {
    return new Operation("GET", path, Set.of(parameters), Set.of(), handler);
  }

  static Operation delete(String path, Handler handler) {
    return new Operation("DELETE", path, Set.of(), Set.of(), handler);
  }

  static Operation post(String path, Handler handler) {
    return new Operation("POST", path, Set.of(), JSON, handler);
  }

  static Operation put(String path, Handler handler) {
    return new Operation("PUT", path, Set.of(), JSON, handler);
  }

  /** The same, its body in YAML, too. */
  Operation orYaml() {
    return new Operation(method, path, parameters, JSON_OR_YAML, handler);
  }

  static Handler at(PromptHandler handler) {
    return call -> new ControlAnswer.Now(handler.answer(call));
  }

  /** The values of the variables, when these segments are of this path; else null. */
  @Nullable List<String> variables(List<String> segments) {
    String[] own = path.substring(1).split("/", -1);
    if (own.length != segments.size()) {
      return null;
    }
    List<String> variables = new ArrayList<>(1);
    for (int i = 0; i < own.length; i++) {
      if (own[i].startsWith("{")) {
        variables.add(segments.get(i));
      } else if (!own[i].equals(segments.get(i))) {
        return null;
      }
    }
    return variables;
  }

  /** A page's form, or its script without a preflight, cannot name these types. */
  void checkMediaType(Request request) throws Refusal {
    if (mediaTypes.isEmpty()) {
      return;
    }
    String type = request.mediaType();
    if (type == null || !mediaTypes.contains(type)) {
      String accepted = String.join(" or ", mediaTypes.stream().sorted().toList());
      throw Refusal.of(
          415,
          "Unsupported media type",
          method
              + " here needs Content-Type: "
              + accepted
              + (type == null ? ", with an empty body, too." : ", not " + type + "."),
          new Field("Accept", accepted));
    }
  }
}
