package dev.homeport.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.definition.yaml.LanguageSchema;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlReader;
import dev.homeport.diagnostic.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The JSON Schema, which editors use, agrees with the loader on every case. */
class SchemaOfCasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases");

  private final LanguageSchema schema = new LanguageSchema();

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CASES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
        String name = CASES.relativize(file).toString().replace(".yaml", "");
        tests.add(DynamicTest.dynamicTest(name, file.toUri(), () -> check(CaseFile.read(file))));
      }
    }
    return tests;
  }

  private void check(CaseFile each) {
    List<String> errors = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : each.files().entrySet()) {
      if (isMockFile(file.getKey())) {
        errors.addAll(errors(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8)));
      }
    }
    if (each.seenBySchema()) {
      assertThat(errors).as("the schema sees nothing wrong").isNotEmpty();
    } else {
      assertThat(errors).isEmpty();
    }
  }

  private static boolean isMockFile(String name) {
    boolean leftAlone = name.startsWith(".") || name.startsWith("_");
    boolean data = name.startsWith("data") || name.startsWith("files/");
    return !leftAlone && !data && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }

  private List<String> errors(String name, String text) {
    Problems problems = new Problems(name, text);
    YamlNode tree = new YamlReader().read(name, text, problems);
    if (!problems.isEmpty()) {
      return problems.found().stream().map(String::valueOf).toList();
    }
    if (tree == null) {
      return List.of();
    }
    return name.endsWith("homeport.yaml") ? schema.settingsErrors(tree) : schema.errors(tree);
  }
}
