package dev.homeport.engine.json;

import static dev.homeport.engine.json.JsonTest.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JsonComparisonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1|1.0",
        "1|1e0",
        "100|1e2",
        "0|-0.0",
        "1e999999999|1.0e999999999",
        "{\"a\":1,\"b\":2}|{\"b\":2.0,\"a\":1}",
        "[]|[]",
        "null|null",
      })
  void equalByValue(String expected, String found) {
    assertThat(JsonComparison.firstDifference(parse(expected), parse(found))).isNull();
    assertThat(JsonComparison.firstMissing(parse(expected), parse(found))).isNull();
    assertThat(JsonComparison.equal(parse(expected), parse(found))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7|\"7\"|$|7|\"7\"",
        "{}|[]|$|{}|[]",
        "null|0|$|null|0",
        "1|1e999999999|$|1|1E+999999999",
        "{\"a\":{\"b\":[1,2]}}|{\"a\":{\"b\":[1,3]}}|$.a.b[1]|2|3",
        "{\"a\":1}|{}|$.a|1|nothing",
        "{}|{\"a b\":1}|$['a b']|nothing|1",
        "{\"a\":null}|{}|$.a|null|nothing",
        "[1,2]|[1]|$[1]|2|nothing",
        "[1]|[1,2]|$[1]|nothing|2",
        "[1,2]|[2,1]|$[0]|1|2",
        "true|\"true\"|$|true|\"true\"",
      })
  void theFirstDifferenceIsNamed(
      String expected, String found, String path, String wanted, String came) {
    assertThat(JsonComparison.firstDifference(parse(expected), parse(found)))
        .isEqualTo(new JsonDifference(path, wanted, came));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|{\"a\":1}",
        "[]|[1,2]",
        "[3,1]|[1,2,3]",
        "[[1],[2]]|[[2,9],[1,8],[7]]",
        "[{},{\"a\":1}]|[{\"a\":1},{}]",
        "[{\"a\":1},{\"b\":1},{}]|[{\"a\":1,\"b\":1},{\"a\":1},{\"b\":1}]",
        "{\"a\":[{\"x\":1}]}|{\"z\":0,\"a\":[{\"y\":2},{\"x\":1.0,\"y\":3}]}",
      })
  void containmentAllowsMoreAndAnyOrder(String expected, String found) {
    assertThat(JsonComparison.firstMissing(parse(expected), parse(found))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1,1]|[1,2]|$|an item that contains 1|[1,2]",
        "[{},{}]|[{}]|$|an item that contains {}|[{}]",
        "{\"a\":[{\"x\":1}]}|{\"a\":[{\"x\":2}]}|$.a|an item that contains {\"x\":1}|[{\"x\":2}]",
        "{\"a\":1}|{\"b\":1}|$.a|1|nothing",
        "[1]|{}|$|[1]|{}",
        "1|[1]|$|1|[1]",
      })
  void whatIsMissingIsNamed(
      String expected, String found, String path, String wanted, String came) {
    assertThat(JsonComparison.firstMissing(parse(expected), parse(found)))
        .isEqualTo(new JsonDifference(path, wanted, came));
    assertThat(JsonComparison.contains(parse(expected), parse(found))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWithANaiveComparison(long seed) {
    Random random = new Random(seed);
    int contained = 0;
    for (int i = 0; i < 4_000; i++) {
      JsonNode a = parse(Json.write(value(random, 3)));
      JsonNode b = parse(Json.write(value(random, 3)));
      assertThat(JsonComparison.equal(a, b)).as("%s = %s", a, b).isEqualTo(sameNaively(a, b));
      boolean expected = containedNaively(a, b);
      contained += expected ? 1 : 0;
      assertThat(JsonComparison.contains(a, b)).as("%s in %s", a, b).isEqualTo(expected);
      assertThat(JsonComparison.firstMissing(a, b) == null).isEqualTo(expected);
    }
    assertThat(contained).as("the generator makes some that are contained").isGreaterThan(50);
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 8)) {
      case 0 -> random.nextInt(2);
      case 1 -> random.nextInt(2) + ".0".substring(0, random.nextInt(2) * 2);
      case 2 -> random.nextBoolean();
      case 3 -> new java.math.BigDecimal(random.nextBoolean() ? "1.0" : "1e0");
      case 4 -> {
        Map<String, Object> members = new java.util.TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          members.put(String.valueOf((char) ('a' + random.nextInt(3))), value(random, depth - 1));
        }
        yield members;
      }
      default -> {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(value(random, depth - 1));
        }
        yield items;
      }
    };
  }

  private static boolean sameNaively(JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      return a.decimalValue().compareTo(b.decimalValue()) == 0;
    }
    if (a.isObject() && b.isObject()) {
      return a.size() == b.size()
          && a.properties().stream()
              .allMatch(e -> b.has(e.getKey()) && sameNaively(e.getValue(), b.get(e.getKey())));
    }
    if (a.isArray() && b.isArray()) {
      boolean same = a.size() == b.size();
      for (int i = 0; same && i < a.size(); i++) {
        same = sameNaively(a.get(i), b.get(i));
      }
      return same;
    }
    return a.equals(b);
  }

  private static boolean containedNaively(JsonNode a, JsonNode b) {
    if (a.isObject() && b.isObject()) {
      return a.properties().stream()
          .allMatch(e -> b.has(e.getKey()) && containedNaively(e.getValue(), b.get(e.getKey())));
    }
    if (a.isArray() && b.isArray()) {
      return placed(a, b, 0, new boolean[b.size()]);
    }
    return sameNaively(a, b);
  }

  private static boolean placed(JsonNode a, JsonNode b, int from, boolean[] used) {
    if (from == a.size()) {
      return true;
    }
    for (int i = 0; i < b.size(); i++) {
      if (!used[i] && containedNaively(a.get(from), b.get(i))) {
        used[i] = true;
        if (placed(a, b, from + 1, used)) {
          return true;
        }
        used[i] = false;
      }
    }
    return false;
  }
}
