package dev.homeport.server.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class ProgramOutputTest {

  @Test
  void isWhatTheProgramPrints() throws IOException {
    assertThat(ProgramOutput.of("/bin/echo", "a;b", "$HOME")).isEqualTo("a;b $HOME\n");
  }

  @Test
  void hasNoInput() throws IOException {
    assertThat(ProgramOutput.of("/bin/cat")).isEmpty();
  }

  @Test
  void isBounded() throws IOException {
    assertThat(ProgramOutput.of("/bin/cat", "/dev/zero")).hasSize(4 << 20);
  }

  @Test
  void isNotWaitedForLong() {
    assertThatThrownBy(() -> ProgramOutput.within(Duration.ofMillis(50), "/bin/sleep", "600"))
        .isInstanceOf(IOException.class)
        .hasMessage("/bin/sleep does not end");
  }

  @Test
  void aProgramThatIsMissingIsNamed() {
    assertThatThrownBy(() -> ProgramOutput.of("/no/such/program"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/no/such/program");
  }
}
