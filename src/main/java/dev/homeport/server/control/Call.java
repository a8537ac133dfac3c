package dev.homeport.server.control;

import dev.homeport.definition.yaml.Utf8Text;
import dev.homeport.diagnostic.Problem;
import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.VisibleText;
import dev.homeport.engine.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to one operation. Confined to one thread.
 *
 * @param variables of the path, decoded, from the left
 */
record Call(Request request, Operation operation, List<String> variables) {

  private static final int SHOWN = 80;

  /** Every parameter is known, and there once. */
  void checkQuery() throws Refusal {
    for (String name : request.query().names()) {
      if (!operation.parameters().contains(name)) {
        String near = Suggestion.nearest(name, operation.parameters());
        throw Refusal.badRequest(
            "The query parameter "
                + quoted(name)
                + " is not known"
                + (near == null ? "" : " (did you mean " + near + "?)")
                + (operation.parameters().isEmpty()
                    ? ": there is none here."
                    : ": known are "
                        + String.join(", ", operation.parameters().stream().sorted().toList())
                        + "."));
      }
      if (request.query().all(name).size() > 1) {
        throw Refusal.badRequest("The query parameter " + name + " is there more than once.");
      }
    }
  }

  String variable() {
    return variables.get(0);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(request.query().first(name));
  }

  /** A whole number, or the default. */
  int number(String name, int least, int most, int absent) throws Refusal {
    String text = request.query().first(name);
    if (text == null) {
      return absent;
    }
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw wrong(name, text, "a number from " + least + " to " + most);
  }

  /** {@code true} or {@code false}; null when it is absent. */
  @Nullable Boolean flag(String name) throws Refusal {
    String text = request.query().first(name);
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> throw wrong(name, text, "true or false");
    };
  }

  static Refusal wrong(String parameter, String text, String expected) {
    return Refusal.badRequest(
        "The query parameter "
            + parameter
            + " is "
            + quoted(text)
            + "; it must be "
            + expected
            + ".");
  }

  /** The body as text; it is UTF-8, whatever the client says. */
  String text(String name) throws Refusal {
    List<Problem> problems = new ArrayList<>(1);
    String text = Utf8Text.decode(name, request.body(), problems);
    if (text == null) {
      throw TextProblems.refusal(problems);
    }
    return text;
  }

  /** For operations that take nothing: the body is empty, or an empty object. */
  void checkNoBody() throws Refusal {
    String body = text("body").strip();
    if (!body.isEmpty() && !body.matches("\\{\\s*}")) {
      throw Refusal.badRequest(
          operation.method() + " here takes no body: leave it empty, or send {}.");
    }
  }

  static String quoted(String text) {
    return "'" + VisibleText.of(text, SHOWN) + "'";
  }
}
