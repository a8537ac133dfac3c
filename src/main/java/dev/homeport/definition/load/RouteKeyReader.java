package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.route.Methods;
import dev.homeport.engine.route.PathPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the key of a route: {@code GET|HEAD /users/{id}}. */
final class RouteKeyReader {

  private static final Set<String> NEVER = Set.of("TRACE", "CONNECT");

  private final Reading reading;
  private final String prefix;

  /**
   * A reader for one file.
   *
   * @param prefix of the folder and the file, put before every path
   */
  RouteKeyReader(Reading reading, String prefix) {
    this.reading = reading;
    this.prefix = prefix;
  }

  /** What a key says. */
  record Key(Set<String> methods, PathPattern pattern) {

    /** Whether it is a collection that answers. */
    boolean isCrud() {
      return methods.contains(CrudReader.METHOD);
    }
  }

  /** Whether a key is meant as a route, so that it is not an unknown key. */
  static boolean isMeant(String key) {
    if (key.indexOf('/') >= 0 || key.indexOf(' ') >= 0) {
      return true;
    }
    String word = key.toUpperCase(Locale.ROOT);
    return Methods.isKnown(word) || isPseudo(word);
  }

  /** The methods and the path; null when a problem was reported. */
  @Nullable Key read(YamlScalar key) {
    String text = key.text();
    int space = text.indexOf(' ');
    if (space < 0) {
      noSpace(key);
      return null;
    }
    Set<String> methods = methods(key, text.substring(0, space));
    PathPattern pattern = path(key, space + 1);
    return methods == null || pattern == null ? null : new Key(methods, pattern);
  }

  private void noSpace(YamlScalar key) {
    String text = key.text();
    if (text.startsWith("/")) {
      reading.problem(key.at(), "'" + text + "' has no method", "write GET " + text);
    } else {
      reading.problem(
          key.at(), "'" + text + "' has no path", "a route is METHOD /path, with one space");
    }
  }

  private @Nullable Set<String> methods(YamlScalar key, String words) {
    if (Methods.isKnown(words)) {
      return Set.of(words.intern()); // thousands of routes have the same
    }
    Set<String> methods = new LinkedHashSet<>();
    int offset = 0;
    for (String word : words.split("\\|", -1)) {
      if (!isMethod(key, word, offset)) {
        return null;
      }
      if (!methods.add(word)) {
        reading.problem(key.at(offset), "the method " + word + " is there twice");
        return null;
      }
      offset += word.length() + 1;
    }
    for (String all : List.of(Methods.ANY, CrudReader.METHOD, Methods.WS)) {
      if (methods.size() > 1 && methods.contains(all)) {
        String message = all + not(all) + ", found '" + words + "'";
        String hint = all.equals(Methods.WS) ? ", in a key of its own" : "";
        reading.problem(key.at(), message, "write " + all + " alone" + hint);
        return null;
      }
    }
    return methods;
  }

  private static boolean isPseudo(String word) {
    return word.equals(Methods.ANY) || word.equals(Methods.WS) || word.equals(CrudReader.METHOD);
  }

  /** Why it stands alone. */
  private static String not(String pseudo) {
    return switch (pseudo) {
      case Methods.ANY -> " is every method";
      case Methods.WS -> " is no method";
      default -> " is several methods";
    };
  }

  private boolean isMethod(YamlScalar key, String word, int offset) {
    if (Methods.isKnown(word) || isPseudo(word)) {
      return true;
    }
    if (NEVER.contains(word)) {
      reading.problem(key.at(offset), "no route can have the method " + word);
    } else if (Methods.isKnown(word.toUpperCase(Locale.ROOT))
        || isPseudo(word.toUpperCase(Locale.ROOT))) {
      reading.problem(
          key.at(offset),
          "the method '" + word + "' is not in capitals",
          "write " + word.toUpperCase(Locale.ROOT));
    } else {
      List<String> known = new ArrayList<>(Methods.KNOWN);
      known.add(Methods.ANY);
      known.add(CrudReader.METHOD);
      known.add(Methods.WS);
      reading.problem(
          key.at(offset),
          "unknown method '" + word + "'",
          Suggestion.didYouMean(word.toUpperCase(Locale.ROOT), known));
    }
    return false;
  }

  private @Nullable PathPattern path(YamlScalar key, int start) {
    String text = key.text();
    String path = text.substring(start);
    if (path.startsWith(" ")) {
      reading.problem(key.at(start), "two spaces between method and path", "write one");
      return null;
    }
    if (path.endsWith(" ")) {
      reading.problem(key.at(text.length() - 1), "a space after the path", "leave it out");
      return null;
    }
    String whole = prefix + path;
    if (PathPattern.isReserved(whole)) {
      reading.problem(
          key.at(start), PathPattern.RESERVED + " is Homeport's own", "choose another path");
      return null;
    }
    try {
      if (!path.startsWith("/")) {
        PathPattern.parse(path);
      }
      return PathPattern.parse(whole);
    } catch (SyntaxException e) {
      int offset = start + Math.max(0, e.offset() - prefix.length());
      reading.problem(key.at(Math.min(offset, text.length())), e.getMessage(), e.hint());
      return null;
    }
  }
}
