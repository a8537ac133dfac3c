package dev.homeport.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemReportTest {

  private static final Problem TYPO =
      new Problem(
          new Location("mocks/users.yaml", 14, 7),
          "unknown key 'staus' in response",
          "did you mean 'status'?",
          "      staus: 200");

  private static final Problem PLAIN =
      new Problem(new Location("mocks/a.yaml", 1, 1), "no file", null, null);

  @Test
  void showsPlaceMessageHintLineAndCaret() {
    assertThat(new ProblemReport(false).render(List.of(TYPO)))
        .isEqualTo(
            """
            mocks/users.yaml:14:7: unknown key 'staus' in response (did you mean 'status'?)
                    staus: 200
                    ^
            1 problem in 1 file
            """);
  }

  @Test
  void countsProblemsAndFilesAndKeepsTheOrderGiven() {
    assertThat(new ProblemReport(false).render(List.of(TYPO, PLAIN, PLAIN)))
        .startsWith("mocks/users.yaml")
        .endsWith(
            """
            mocks/a.yaml:1:1: no file
            mocks/a.yaml:1:1: no file
            3 problems in 2 files
            """);
  }

  @Test
  void withoutProblemsThereIsNothing() {
    assertThat(new ProblemReport(true).render(List.of())).isEmpty();
  }

  @Test
  void coloursAreWrittenOnlyWhenAsked() {
    assertThat(new ProblemReport(false).render(List.of(TYPO))).doesNotContain("\u001b");
    assertThat(new ProblemReport(true).render(List.of(TYPO)))
        .contains("\u001b[1mmocks/users.yaml:14:7\u001b[0m: \u001b[31munknown")
        .contains("\u001b[31m      ^\u001b[0m");
  }

  @Test
  void nothingFromAFileReachesTheTerminalRaw() {
    Problem hostile =
        new Problem(
            new Location("a\u001b.yaml", 1, 1), "found '\u001b[2J\n'", "put \u0007", "x\u001b[2Jy");
    assertThat(new ProblemReport(false).render(List.of(hostile)))
        .isEqualTo(
            """
            a\\u001b.yaml:1:1: found '\\u001b[2J\\n' (put \\u0007)
              x\\u001b[2Jy
              ^
            1 problem in 1 file
            """);
  }

  @Test
  void aMessageThatQuotesAWholeFileIsCut() {
    Problem long1 = new Problem(Location.startOf("a"), "x".repeat(5_000), null, null);
    assertThat(new ProblemReport(false).render(List.of(long1))).hasSizeLessThan(1_100);
  }
}
