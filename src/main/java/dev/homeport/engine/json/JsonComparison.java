package dev.homeport.engine.json;

import dev.homeport.diagnostic.VisibleText;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares JSON by value: {@code 1} = {@code 1.0}, the order of members does not count, that of
 * items does (except in {@link #firstMissing}). Stateless.
 */
public final class JsonComparison {

  private static final int LONGEST_SHOWN = 120;

  /** A difference that nobody reads. */
  private static final JsonDifference SOME = new JsonDifference("", "", "");

  private JsonComparison() {}

  /** Whether two values are the same. */
  public static boolean equal(JsonNode a, JsonNode b) {
    return compare(a, b, null) == null;
  }

  /** The first difference of a value from the expected one, or null when they are the same. */
  public static @Nullable JsonDifference firstDifference(JsonNode expected, JsonNode found) {
    return compare(expected, found, new JsonPlace(null, "$"));
  }

  /** Whether everything expected is in a value; see {@link #firstMissing}. */
  public static boolean contains(JsonNode expected, JsonNode found) {
    return missing(expected, found, null) == null;
  }

  /**
   * The first thing expected that is not in a value, or null when all is there. Extra members are
   * allowed; each item of an expected array must be found in a place of its own, in any order, and
   * extra ones are allowed.
   */
  public static @Nullable JsonDifference firstMissing(JsonNode expected, JsonNode found) {
    return missing(expected, found, new JsonPlace(null, "$"));
  }

  /** Without a place no words are made: the answer to a mere "equal?" stays cheap. */
  private static @Nullable JsonDifference compare(
      JsonNode expected, JsonNode found, @Nullable JsonPlace at) {
    if (expected.isObject() && found.isObject()) {
      return compareMembers(expected, found, at);
    } else if (expected.isArray() && found.isArray()) {
      return compareItems(expected, found, at);
    }
    return sameScalar(expected, found)
        ? null
        : difference(at, shown(at, expected), shown(at, found));
  }

  private static @Nullable JsonDifference compareMembers(
      JsonNode expected, JsonNode found, @Nullable JsonPlace at) {
    for (Map.Entry<String, JsonNode> member : expected.properties()) {
      JsonPlace place = at == null ? null : at.member(member.getKey());
      JsonNode other = found.get(member.getKey());
      JsonDifference difference =
          other == null
              ? difference(place, shown(place, member.getValue()), "nothing")
              : compare(member.getValue(), other, place);
      if (difference != null) {
        return difference;
      }
    }
    if (found.size() == expected.size()) {
      return null;
    }
    for (Map.Entry<String, JsonNode> member : found.properties()) {
      if (!expected.has(member.getKey())) {
        JsonPlace place = at == null ? null : at.member(member.getKey());
        return difference(place, "nothing", shown(place, member.getValue()));
      }
    }
    return null;
  }

  private static @Nullable JsonDifference compareItems(
      JsonNode expected, JsonNode found, @Nullable JsonPlace at) {
    for (int i = 0; i < expected.size() && i < found.size(); i++) {
      JsonDifference difference =
          compare(expected.get(i), found.get(i), at == null ? null : at.item(i));
      if (difference != null) {
        return difference;
      }
    }
    int same = Math.min(expected.size(), found.size());
    if (same < expected.size()) {
      JsonPlace place = at == null ? null : at.item(same);
      return difference(place, shown(place, expected.get(same)), "nothing");
    } else if (same < found.size()) {
      JsonPlace place = at == null ? null : at.item(same);
      return difference(place, "nothing", shown(place, found.get(same)));
    }
    return null;
  }

  private static @Nullable JsonDifference missing(
      JsonNode expected, JsonNode found, @Nullable JsonPlace at) {
    if (expected.isArray() && found.isArray()) {
      int lacking = new ArrayContainment(expected, found).firstWithoutPlace();
      if (lacking < 0) {
        return null;
      }
      return difference(
          at, "an item that contains " + shown(at, expected.get(lacking)), shown(at, found));
    } else if (!expected.isObject() || !found.isObject()) {
      return compare(expected, found, at);
    }
    for (Map.Entry<String, JsonNode> member : expected.properties()) {
      JsonPlace place = at == null ? null : at.member(member.getKey());
      JsonNode other = found.get(member.getKey());
      JsonDifference difference =
          other == null
              ? difference(place, shown(place, member.getValue()), "nothing")
              : missing(member.getValue(), other, place);
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }

  /** Also false for an object and an array, whatever is in them. */
  private static boolean sameScalar(JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      return (fitsLong(a) && fitsLong(b))
          ? a.longValue() == b.longValue()
          : a.decimalValue().compareTo(b.decimalValue()) == 0;
    }
    if (a.isString()) {
      return b.isString() && a.stringValue().equals(b.stringValue());
    }
    return !a.isContainer() && a.equals(b);
  }

  private static boolean fitsLong(JsonNode number) {
    return number.isIntegralNumber() && number.canConvertToLong();
  }

  private static JsonDifference difference(@Nullable JsonPlace at, String expected, String found) {
    return at == null ? SOME : new JsonDifference(at.toString(), expected, found);
  }

  private static String shown(@Nullable JsonPlace at, JsonNode value) {
    return at == null ? "" : shown(value);
  }

  /** Compact JSON fit for a message: on one line, cut where it gets long. */
  public static String shown(JsonNode value) {
    return VisibleText.of(Json.write(value), LONGEST_SHOWN);
  }
}
