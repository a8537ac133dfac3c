package dev.homeport.engine.template;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.json.JsonPath;
import dev.homeport.engine.regex.TextPattern;
import dev.homeport.engine.xml.XPath;
import dev.homeport.engine.xml.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

/**
 * Looking inside texts.
 *
 * <ul>
 *   <li>{@code {{jsonPath body '$.a[0]'}}} → what is there, with its type; a path that may find
 *       several, as {@code $.a[*].b}, always gives a list
 *   <li>{@code {{xPath body '//a/@id'}}} → the text of what is found; a list when it is several
 *   <li>{@code {{regex headers.Authorization 'Bearer (.+)' 1}}} → a group of the first find, the
 *       whole find by default
 * </ul>
 *
 * Nothing found is null.
 */
final class LookHelpers {

  private LookHelpers() {}

  static List<Helper> all() {
    return List.of(
        Helper.of("jsonPath", 2, 2, "jsonPath body '$.items[0]'", LookHelpers::jsonPath),
        Helper.of("xPath", 2, 2, "xPath body '//a/@id'", LookHelpers::xPath),
        Helper.of(
            "regex", 2, 3, "regex headers.Authorization 'Bearer (.+)' 1", LookHelpers::regex));
  }

  /** A path, and whether it may find several. */
  private record Finder(JsonPath path, boolean several) {

    static Finder of(@Nullable Object value) throws SyntaxException {
      String text = Values.text(value);
      return new Finder(JsonPath.compile(text), mayFindSeveral(text));
    }

    @Nullable Object in(JsonNode document) {
      List<JsonNode> found = path.read(document);
      if (several) {
        List<@Nullable Object> all = new ArrayList<>();
        found.forEach(node -> all.add(Json.toJava(node)));
        return all;
      }
      return found.isEmpty() ? null : Json.toJava(found.get(0));
    }

    /** Wildcards, descents, filters, unions and slices, outside of quotes. */
    private static boolean mayFindSeveral(String path) {
      char quote = 0;
      boolean bracket = false;
      for (int i = 0; i < path.length(); i++) {
        char c = path.charAt(i);
        if (quote != 0) {
          if (c == '\\') {
            i++;
          } else if (c == quote) {
            quote = 0;
          }
        } else if (c == '\'' || c == '"') {
          quote = c;
        } else if (c == '*' || c == '?' || path.startsWith("..", i)) {
          return true;
        } else if (c == '[' || c == ']') {
          bracket = c == '[';
        } else if (bracket && (c == ',' || c == ':')) {
          return true;
        }
      }
      return false;
    }
  }

  private static Expression jsonPath(Arguments arguments) throws SyntaxException {
    Expression document = arguments.at(0);
    Function<Scope, Finder> finder = arguments.prepared(1, null, Finder::of);
    return scope -> {
      JsonNode node = tree(document.value(scope), scope.request());
      return node == null ? null : finder.apply(scope).in(node);
    };
  }

  private static @Nullable JsonNode tree(@Nullable Object value, Request request) {
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text)) {
      return Json.toNode(value);
    }
    return isBody(text, request) ? request.json() : Json.parse(text);
  }

  /** The body itself is parsed once a request. */
  private static boolean isBody(String text, Request request) {
    return text.length() > 0 && request.body().length > 0 && text.equals(request.text());
  }

  private static Expression xPath(Arguments arguments) throws SyntaxException {
    Expression document = arguments.at(0);
    Function<Scope, XPath> path =
        arguments.prepared(1, null, value -> XPath.compile(Values.text(value)));
    return scope -> {
      String text = Values.text(document.value(scope));
      Document parsed = isBody(text, scope.request()) ? scope.request().xml() : Xml.parse(text);
      return parsed == null ? null : Values.oneOrAll(path.apply(scope).read(parsed));
    };
  }

  private static Expression regex(Arguments arguments) throws SyntaxException {
    Expression text = arguments.at(0);
    Function<Scope, TextPattern> pattern =
        arguments.prepared(1, null, value -> TextPattern.compile(Values.text(value), false));
    Expression group = arguments.at(2, 0L);
    return scope -> {
      Object value = text.value(scope);
      List<@Nullable String> groups =
          value == null ? null : pattern.apply(scope).find(Values.text(value));
      long index = Values.integer(group.value(scope), 0);
      return groups == null || index < 0 || index >= groups.size() ? null : groups.get((int) index);
    };
  }
}
