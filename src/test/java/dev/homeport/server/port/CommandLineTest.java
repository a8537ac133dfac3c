package dev.homeport.server.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

  @Test
  void theProgramIsShownWithoutItsFolder() {
    assertThat(new CommandLine(List.of("/usr/bin/python3", "-m", "http.server")).shown())
        .isEqualTo("python3 -m http.server");
    assertThat(new CommandLine(List.of("C:\\Program Files\\nodejs\\node.exe", "a.js")).shown())
        .isEqualTo("node.exe a.js");
    assertThat(new CommandLine(List.of("nginx: master process /usr/sbin/nginx")).shown())
        .isEqualTo("nginx: master process /usr/sbin/nginx");
    assertThat(new CommandLine(List.of()).shown()).isEmpty();
  }

  @Test
  void whatIsLongIsShownInPart() {
    String classPath = "/lib/first.jar:" + "x".repeat(4000) + ":/lib/last.jar";

    String shown = new CommandLine(List.of("java", "-cp", classPath, "app.Main")).shown();

    assertThat(shown)
        .startsWith("java -cp /lib/first.jar:")
        .contains("…")
        .endsWith(":/lib/last.jar app.Main")
        .hasSizeLessThan(100);
    assertThat(
            new CommandLine(
                    List.of("a", "b ".repeat(29), "c ".repeat(29), "d".repeat(60), "e".repeat(60)))
                .shown())
        .hasSize(201)
        .endsWith("…");
  }

  @Test
  void nobodyMovesTheCursor() {
    assertThat(new CommandLine(List.of("sh", "\u001b[2J\n")).shown()).isEqualTo("sh \\u001b[2J");
  }

  @ParameterizedTest
  @CsvSource({
    "java -jar /opt/homeport.jar mocks, true",
    "java -jar homeport-1.2.jar, true",
    "java -cp x dev.homeport.cli.Main mocks, true",
    "java -jar myhomeport.jar, false",
    "vi homeport.yaml, false",
  })
  void aHomeportIsKnown(String line, boolean homeport) {
    assertThat(new CommandLine(List.of(line.split(" ", -1))).isHomeport()).isEqualTo(homeport);
  }
}
