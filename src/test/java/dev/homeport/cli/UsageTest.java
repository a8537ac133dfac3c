package dev.homeport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.definition.setting.Setting;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          --prot 0           ; unknown option '--prot' (did you mean --port?)
          --prot=0           ; unknown option '--prot' (did you mean --port?)
          --frobnicate       ; unknown option '--frobnicate'
          a b                ; 'b' is one argument too many
          --port 0 check a   ; 'a' is one argument too many
          --port             ; Missing required parameter for option '--port' (N|auto)
          --port 1 --port 2  ; option '--port' (N|auto) should be specified only once
          check --port 0     ; unknown option '--port'
          ports 1 2          ; '2' is one argument too many
          record http://a.test ; Missing required option: '--out=FOLDER'
          record --out a     ; Missing required parameter: 'URL'
          record --out a --strict http://a.test ; unknown option '--strict'
          """)
  void whatCannotBeReadIsExplained(String args, String message) {
    Outcome outcome = Outcome.of(args.strip().split(" +"));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("homeport: " + message + "\n").contains(" --help'.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --port 70000       | --port: '70000' is not auto or a number from 0 to 65535
          --port-file /      | --port-file: '/' is not the name of a file
          ports x            | 'x' is no port (write a number from 1 to 65535)
          ports 0            | '0' is no port (write a number from 1 to 65535)
          ports 70000        | '70000' is no port (write a number from 1 to 65535)
          --delay fast       | --delay: 'fast' is not a duration (write 250ms, 2s or 1m)
          --seed x           | --seed: 'x' is not a whole number
          --clock tomorrow   | --clock: 'tomorrow' is not an instant like 2026-01-31T12:00:00Z
          --max-body lots    | --max-body: 'lots' is not a size like 64MiB, at most 2GiB
          --journal-entries 0 | --journal-entries: '0' is not a number of requests from 1 to 67108864
          --journal-bytes 0  | --journal-bytes: '0' is not a size like 64MiB, at least 1 byte
          --journal-bytes x  | --journal-bytes: 'x' is not a size like 64MiB, at most 2GiB
          --var shop         | --var: 'shop' is not NAME=TEXT (write --var shop=Harbour)
          --var 7=a          | --var: '7=a' is not NAME=TEXT (write --var shop=Harbour)
          """)
  void aValueThatIsNoneSaysWhatToWrite(String args, String message) {
    assertThat(Outcome.of(args.strip().split(" +")))
        .isEqualTo(new Outcome(2, "", "homeport: " + message + "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HOMEPORT_PORT      | x    | 'x' is not auto or a number from 0 to 65535
          HOMEPORT_STRICT    | yes  | 'yes' is not true or false
          HOMEPORT_MAX_BODY  | -1   | '-1' is not a size like 64MiB, at most 2GiB
          HOMEPORT_JOURNAL_ENTRIES | -1 | '-1' is not a number of requests from 1 to 67108864
          HOMEPORT_VAR       | a=1,b | 'b' is not NAME=TEXT (write HOMEPORT_VAR=shop=Harbour,currency=EUR)
          """)
  void aVariableOfTheEnvironmentIsNamed(String variable, String value, String message) {
    assertThat(Outcome.of(Map.of(variable, value), "mocks"))
        .isEqualTo(new Outcome(2, "", "homeport: " + variable + ": " + message + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "serve --help", "check -h", "ports -h", "record -h"})
  void helpIsAResult(String args) {
    Outcome outcome = Outcome.of(args.split(" "));

    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).startsWith("Usage: homeport").doesNotContain("$");
  }

  @Test
  void aMisspeltCommandIsTakenForAFolderAndGuessed() {
    assertThat(Outcome.of("chek"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "homeport: the folder 'chek' does not exist (did you mean the command 'check'?)\n"));
  }

  @Test
  void theFirstHelpNamesTheCommands() {
    assertThat(Outcome.of("--help").out())
        .contains("serve", "check", "ports", "record", "--port=N|auto");
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void everySettingThatIsAnOptionIsOne(Setting setting) {
    boolean listed =
        Arrays.stream(Outcome.of("--help").out().split("[\\s=]+"))
            .map(word -> word.replace("[no-]", ""))
            .anyMatch(("--" + setting.key())::equals);

    assertThat(listed).isEqualTo(setting.isOption());
  }

  @Test
  void versionIsAResult() {
    Outcome outcome = Outcome.of("--version");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).startsWith("homeport ");
  }
}
