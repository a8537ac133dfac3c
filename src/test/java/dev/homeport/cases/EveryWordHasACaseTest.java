package dev.homeport.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** No word of the language goes without a case in which a request shows what it does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryWordHasACaseTest {

  private static final Path SCHEMA =
      Path.of("src/main/resources/dev/homeport/homeport.schema.json");

  /** Settings that change no answer of a mock; tests of the server and the program have them. */
  private static final Set<String> OF_THE_SERVER =
      Set.of(
          "port",
          "port-file",
          "env-file",
          "strict",
          "max-body",
          "body-timeout",
          "journal-entries",
          "journal-bytes",
          "verbose",
          "watch",
          "quiet",
          "json");

  private final List<String> answering = new ArrayList<>();

  @BeforeAll
  void readCases() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/cases"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
        CaseFile each = CaseFile.read(file);
        if (!each.steps().isEmpty() && each.problems() == null) {
          each.files()
              .values()
              .forEach(text -> answering.add(new String(text, StandardCharsets.UTF_8)));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "when",
        "case",
        "talk",
        "messageCase",
        "message",
        "sent",
        "jsonOperators",
        "settings"
      })
  void everyKeyOfTheSchemaIsUsedByACase(String definition) throws IOException {
    JsonNode schema = Objects.requireNonNull(Json.parse(Files.readAllBytes(SCHEMA)));
    List<String> unused = new ArrayList<>();
    for (String key : schema.get("$defs").get(definition).get("properties").propertyNames()) {
      boolean notOfAnswers = definition.equals("settings") && OF_THE_SERVER.contains(key);
      if (!notOfAnswers && !isUsed("\\b" + key + ":")) {
        unused.add(key);
      }
    }
    assertThat(unused).isEmpty();
  }

  @Test
  void everyHelperThatTheReadmeNamesIsUsedByACase() throws IOException {
    Matcher helpers =
        Pattern.compile("Helpers:\\s+`([^`]+)`").matcher(Files.readString(Path.of("README.md")));
    assertThat(helpers.find()).isTrue();
    List<String> unused =
        Stream.of(helpers.group(1).split("\\s+", -1))
            .filter(helper -> !isUsed("(\\{\\{\\{?|\\()" + helper + "\\b"))
            .toList();
    assertThat(unused).isEmpty();
  }

  private boolean isUsed(String word) {
    Pattern pattern = Pattern.compile(word);
    return answering.stream().anyMatch(text -> pattern.matcher(text).find());
  }
}
