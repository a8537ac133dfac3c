package dev.homeport.definition.yaml;

import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Problem;
import dev.homeport.diagnostic.Problems;
import dev.homeport.diagnostic.VisibleText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files: nothing is ever thrown, and every place that is named is in the file. */
class YamlFuzzTest {

  private static final List<String> SAMPLES =
      List.of(
          """
          prefix: /api/v1
          defaults:
            headers: { Cache-Control: no-store }
          GET /users/{id}:
            json: { id: "{{number path.id}}", name: Ada }
          POST /users:   # a comment
            - when: { json: { email: { matches: '.+@.+' } } }
              status: 201
              text: |
                line one {{json.email}}
                  line two

                line three
            - status: 422
              json: { error: "an e-mail\\n \\"address\\" \\u00e9 is needed" }
          """,
          """
          x-base: &base
            status: 200
            headers: {X-A: [1, 2.50, -3e4], X-B: ''}
          GET /a|b: { <<: *base, text: >-
             }
          """,
          """
          a: &a [1, {b: *c, "d": 'it''s'}]
          <<: [*a, {e: ~}]
          ? f
          : >2+
              folded
            text

          é😀: !!str 7
          ---
          g: 01234
          """,
          "{\"a\": [1, true, null, {\"b\": \"\\uD83D\\uDE00\"}],\r\n \"c\": \"{{x}}\"}\r\n");

  private static final String[] PIECES = {
    ": ",
    "- ",
    "\n",
    "\n  ",
    "\t",
    "{",
    "}",
    "[",
    "]",
    "{{x}}",
    "}}",
    "'",
    "\"",
    "|",
    ">",
    ">-\n",
    "|2\n",
    "&a ",
    "*a",
    "*",
    "!",
    "!!int ",
    "#",
    " #",
    "%",
    "@",
    "`",
    "\\",
    ",",
    "? ",
    "<<: ",
    "---\n",
    "...\n",
    "\r",
    "\r\n",
    "é",
    "😀",
    "\uFEFF",
    "\u0000",
    "\uD83D",
    "\u2028",
    "\u0085",
    "01",
    "1.",
    "true",
    "~",
    "\\x",
    "\\U00110000",
    "%YAML 1.1\n",
    "&",
    "$.a[0]",
    "",
    " "
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingIsThrownAndEveryPlaceIsInTheFile(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 750; i++) {
      String text = damaged(SAMPLES.get(random.nextInt(SAMPLES.size())), random);
      check(text);
    }
  }

  private static String damaged(String sample, Random random) {
    StringBuilder text = new StringBuilder(sample);
    for (int n = 1 + random.nextInt(4); n > 0 && text.length() > 0; n--) {
      int at = random.nextInt(text.length());
      int until = Math.min(text.length(), at + random.nextInt(6));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, until);
        case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 2 -> text.replace(at, until, PIECES[random.nextInt(PIECES.length)]);
        default -> text.setLength(at);
      }
    }
    return text.toString();
  }

  private static void check(String text) {
    Problems problems = new Problems("f", text);
    YamlNode root;
    try {
      root = new YamlReader().read("f", text, problems);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("thrown for:\n" + text, e);
    }
    YamlSource source = new YamlSource("f", text.startsWith("\uFEFF") ? text.substring(1) : text);
    for (Problem problem : problems.found()) {
      require(isInside(source, problem.at()), problem, text);
      require(!problem.message().contains("\n"), problem, text);
      require(!problem.message().contains("YAML:"), problem, text);
    }
    if (root == null) {
      require(!problems.isEmpty() || isEmpty(source.text()), "nothing", text);
    } else {
      checkPlaces(root, source);
    }
  }

  private static void require(boolean holds, Object what, String text) {
    if (!holds) {
      throw new AssertionError(what + " in:\n" + text + "\n" + VisibleText.of(text));
    }
  }

  private static boolean isEmpty(String text) {
    return text.lines()
        .map(line -> line.replace("\uFEFF", "").strip())
        .allMatch(
            line ->
                line.isEmpty()
                    || line.startsWith("&")
                    || line.startsWith("#")
                    || line.startsWith("---")
                    || line.startsWith("..."));
  }

  private static boolean isInside(YamlSource source, Location at) {
    int line = at.line() - 1;
    return line < source.lineCount()
        && at.column()
            <= source.text().codePointCount(source.lineStart(line), source.lineEnd(line)) + 2;
  }

  /** Each scalar's place shows the scalar, and each of its characters is found. */
  private static void checkPlaces(YamlNode node, YamlSource source) {
    if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        checkPlaces(entry.key(), source);
        checkPlaces(entry.value(), source);
      }
    } else if (node instanceof YamlSequence sequence) {
      sequence.items().forEach(item -> checkPlaces(item, source));
    } else {
      checkScalar((YamlScalar) node, source);
    }
  }

  private static void checkScalar(YamlScalar scalar, YamlSource source) {
    ScalarSource written = (ScalarSource) scalar.source();
    require(written.positions().complete(), scalar, source.text());
    Location at = scalar.at();
    int line = at.line() - 1;
    int begin = source.text().offsetByCodePoints(source.lineStart(line), at.column() - 1);
    String start =
        switch (written.style()) {
          case LITERAL -> "|";
          case FOLDED -> ">";
          case SINGLE_QUOTED -> "'";
          case DOUBLE_QUOTED -> "\"";
          default -> written.value().split("[ \n]", 2)[0];
        };
    require(source.text().startsWith(start, begin), scalar, source.text());
  }
}
