package dev.homeport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Problem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  private static final List<Problem> PROBLEMS =
      List.of(new Problem(Location.startOf("größe.yaml"), "wrong", null, null));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Terminal terminal(boolean outColoured, boolean errColoured) {
    return new Terminal(
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        outColoured,
        errColoured);
  }

  @Test
  void eachStreamHasColoursByItself() {
    Terminal terminal = terminal(true, false);

    terminal.report(PROBLEMS);
    terminal.log(PROBLEMS);

    assertThat(out.toString(UTF_8)).contains("\u001b[31mwrong");
    assertThat(err.toString(UTF_8)).startsWith("größe.yaml:1:1: wrong\n");
  }

  @Test
  void noColourWhereThePersonOrTheTerminalWantsNone() {
    assertThat(Terminal.wantsColours(Map.of("TERM", "xterm"))).isTrue();
    assertThat(Terminal.wantsColours(Map.of("NO_COLOR", ""))).isTrue();
    assertThat(Terminal.wantsColours(Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(Terminal.wantsColours(Map.of("TERM", "dumb"))).isFalse();
  }
}
