package dev.homeport.definition.record;

import dev.homeport.engine.http.PathSegments;
import dev.homeport.engine.route.PathPattern;
import dev.homeport.engine.route.PathText;
import dev.homeport.engine.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path with names in the place of its values: {@code /users/7/posts/12} → {@code
 * /users/{userId}/posts/{id}}. Immutable.
 *
 * @param segments as the key of a route has them
 * @param names of the variables, from the left
 * @param values of the variables, decoded
 */
record PathShape(List<String> segments, List<String> names, List<String> values) {

  /** A key of YAML may have 1024 characters. */
  private static final int LONGEST = 900;

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*\\}");
  private static final Pattern WITH_ENDING = Pattern.compile("(.+)(\\.[A-Za-z][A-Za-z0-9]{0,7})");
  private static final Pattern WORD_BREAK = Pattern.compile("[-_. ]+([a-zA-Z0-9])");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,40}");

  PathShape {
    segments = List.copyOf(segments);
    names = List.copyOf(names);
    values = List.copyOf(values);
  }

  /** The path as a key has it. */
  String path() {
    return "/" + String.join("/", segments);
  }

  /** The path without the names: paths that only their values tell apart have the same. */
  String shape() {
    return VARIABLE.matcher(path()).replaceAll("{}");
  }

  /** Null when no route can have the path. */
  static @Nullable PathShape of(String rawPath) {
    if (!rawPath.startsWith("/") || rawPath.length() > LONGEST) {
      return null;
    }
    List<String> decoded;
    try {
      decoded = PathSegments.parse(rawPath);
    } catch (IllegalArgumentException e) {
      return null;
    }
    PathShape shape = of(decoded);
    boolean isWritable =
        shape.path().length() <= LONGEST
            && YamlText.isWhole(shape.path())
            && !PathPattern.isReserved(shape.path());
    return isWritable ? shape : null;
  }

  private static PathShape of(List<String> decoded) {
    List<String> segments = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    int last = lastValue(decoded);
    String word = "";
    for (int i = 0; i < decoded.size(); i++) {
      String segment = decoded.get(i);
      String value = value(segment, i, decoded.size());
      if (value == null) {
        word = segment;
        segments.add(PathText.of(segment));
        continue;
      }
      String name = unused(i == last ? lastName(value) : nameAfter(word), names);
      word = "";
      names.add(name);
      values.add(value);
      segments.add("{" + name + "}" + PathText.of(segment.substring(value.length())));
    }
    return new PathShape(segments, names, values);
  }

  private static int lastValue(List<String> decoded) {
    int last = -1;
    for (int i = 0; i < decoded.size(); i++) {
      last = value(decoded.get(i), i, decoded.size()) == null ? last : i;
    }
    return last;
  }

  /** The part of a segment that is a value; null when it is a word. */
  private static @Nullable String value(String segment, int index, int count) {
    boolean isVersion = index == 0 && count > 1 && segment.length() <= 2;
    if (isVersion) {
      return null;
    } else if (IdText.isId(segment)) {
      return segment;
    }
    Matcher ending = WITH_ENDING.matcher(segment);
    return ending.matches() && IdText.isId(ending.group(1)) ? ending.group(1) : null;
  }

  private static String lastName(String value) {
    return IdText.isDate(value) ? "date" : "id";
  }

  /** {@code user-groups} → {@code userGroupId}. */
  private static String nameAfter(String segment) {
    String name = WORD_BREAK.matcher(singular(segment)).replaceAll(PathShape::capital);
    return NAME.matcher(name).matches() ? name + "Id" : "key";
  }

  private static String capital(MatchResult found) {
    return found.group(1).toUpperCase(Locale.ROOT);
  }

  private static String singular(String plural) {
    if (plural.endsWith("ies") && plural.length() > 4) {
      return plural.substring(0, plural.length() - 3) + "y";
    } else if (plural.matches(".*(ss|x|ch|sh)es")) {
      return plural.substring(0, plural.length() - 2);
    }
    boolean isPlural = plural.endsWith("s") && !plural.endsWith("ss") && plural.length() > 2;
    return isPlural ? plural.substring(0, plural.length() - 1) : plural;
  }

  private static String unused(String name, List<String> used) {
    String free = name;
    for (int i = 2; used.contains(free); i++) {
      free = name + i;
    }
    return free;
  }
}
