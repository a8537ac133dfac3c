package dev.homeport.engine.template;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.template.Syntax.Path;
import dev.homeport.engine.template.Syntax.Start;
import dev.homeport.engine.template.Syntax.Step;
import java.util.ArrayList;
import java.util.List;

/** Takes a path apart: {@code ../a.[b c]/d} → one up, {@code a}, {@code b c}, {@code d}. */
final class PathReader {

  private final Token token;
  private final String text;
  private int at;
  private Start start = Start.NAME;
  private int up;
  private final List<Step> steps = new ArrayList<>();

  private PathReader(Token token) {
    this.token = token;
    this.text = token.text();
  }

  static Path read(Token token) throws SyntaxException {
    return new PathReader(token).path();
  }

  private Path path() throws SyntaxException {
    if (text.startsWith("@")) {
      start = Start.ROUND;
      at = 1;
    }
    prefix();
    boolean bracketed = text.startsWith("[", at);
    while (at < text.length()) {
      step();
    }
    if (start == Start.NAME && !bracketed && steps.get(0).name().equals("this")) {
      start = Start.ITEM;
      steps.remove(0);
    } else if (start == Start.ROUND && !steps.isEmpty() && steps.get(0).name().equals("root")) {
      start = Start.ROOT;
      steps.remove(0);
    } else if (start == Start.ITEM && !steps.isEmpty() && steps.get(0).name().equals("this")) {
      steps.remove(0);
    }
    return new Path(start, up, List.copyOf(steps), text, token.offset());
  }

  /** {@code ../}, {@code ./}, {@code .} and {@code ..}. */
  private void prefix() {
    Start item = start == Start.ROUND ? Start.ROUND : Start.ITEM;
    while (true) {
      if (text.startsWith("../", at) || text.substring(at).equals("..")) {
        up++;
        at = Math.min(at + 3, text.length());
        start = item;
      } else if (text.startsWith("./", at) || text.substring(at).equals(".")) {
        at = Math.min(at + 2, text.length());
        start = item;
      } else {
        return;
      }
    }
  }

  private void step() throws SyntaxException {
    int from = at;
    String name;
    if (text.charAt(at) == '[') {
      int end = text.indexOf(']', at);
      name = text.substring(at + 1, end);
      at = end + 1;
    } else {
      while (at < text.length() && "./[".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      name = text.substring(from, at);
    }
    if (name.isEmpty()) {
      throw new SyntaxException(
          "'" + text + "' is not a path", "write names with dots, json.items", token.offset());
    }
    steps.add(new Step(name, token.offset() + from));
    if (at == text.length()) {
      return;
    }
    char separator = text.charAt(at);
    if (separator == '[') {
      throw bracket();
    }
    if (separator != '.' && separator != '/') {
      throw new SyntaxException(
          "'" + text + "' is not a path", "write names with dots, json.items", token.offset());
    }
    at++;
    if (at == text.length()) {
      throw new SyntaxException(
          "'" + text + "' ends with '" + separator + "'", "name what follows", token.offset());
    }
  }

  /** {@code form.items[0]} is a field's name in a form, but a place in a list elsewhere. */
  private SyntaxException bracket() {
    String root = steps.get(0).name();
    String rest = text.substring(Math.min(root.length() + 1, text.length()));
    String hint =
        switch (root) {
          case "form", "query", "cookies", "headers", "parts" ->
              "write lookup " + root + " '" + rest + "'";
          default -> "write " + text.replace("[", ".").replace("]", "");
        };
    return new SyntaxException("'" + text + "': a path has no brackets", hint, token.offset() + at);
  }
}
