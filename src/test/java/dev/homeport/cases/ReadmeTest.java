package dev.homeport.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every YAML block of the documents is a mock file without a problem, or a case that passes. */
class ReadmeTest {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

  @TempDir Path temporary;

  @TestFactory
  List<DynamicTest> yamlBlocks() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String document : List.of("README.md", "CONTRIBUTING.md")) {
      Matcher blocks = BLOCK.matcher(Files.readString(Path.of(document)));
      while (blocks.find()) {
        String name = document + "-" + tests.size();
        String block = blocks.group(1);
        tests.add(DynamicTest.dynamicTest(name, () -> run(name, block)));
      }
    }
    assertThat(tests).as("blocks").hasSizeGreaterThan(2);
    return tests;
  }

  private void run(String name, String block) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve(name));
    if (block.startsWith("mocks:")) {
      CasesTest.run(CaseFile.of(block), folder);
      return;
    }
    byte[] file = block.getBytes(StandardCharsets.UTF_8);
    MockSession session = MockSession.of(folder, Map.of("mocks.yaml", file), Map.of(), Map.of());
    assertThat(session.problems()).isEmpty();
    assertThat(session.routes()).isPositive();
  }
}
