package dev.homeport.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every file below {@code src/test/resources/cases}. */
class CasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases");

  @TempDir Path temporary;

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CASES)) {
      for (Path file : files.filter(CasesTest::isCase).sorted().toList()) {
        String name = CASES.relativize(file).toString().replace(".yaml", "");
        tests.add(DynamicTest.dynamicTest(name, file.toUri(), () -> run(name, file)));
      }
    }
    return tests;
  }

  private static boolean isCase(Path file) {
    return file.toString().endsWith(".yaml");
  }

  private void run(String name, Path file) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve(name));
    run(CaseFile.read(file), folder);
  }

  static void run(CaseFile each, Path folder) {
    MockSession session = MockSession.of(folder, each.files(), each.settings(), each.vars());
    List<String> expected = each.problems();
    assertThat(session.problems()).isEqualTo(expected == null ? List.of() : expected);
    for (CaseFile.Step step : each.steps()) {
      CaseRequest request = step.request();
      for (int i = 0; i < step.repeat(); i++) {
        step.expected()
            .check(
                session.decide(
                    request.method(), request.target(), request.headers(), request.body()),
                folder);
      }
    }
  }
}
