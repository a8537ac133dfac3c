package dev.homeport.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.homeport.engine.journal.BoundedJournal;
import dev.homeport.engine.journal.Call;
import dev.homeport.engine.journal.JournalLimits;
import dev.homeport.engine.verify.Verdict.Failure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VerifySessionTest {

  private final BoundedJournal journal =
      new BoundedJournal(new JournalLimits(5, 1 << 20, 40), System::nanoTime);
  private final Verifier verifier = new Verifier(journal, System::nanoTime, false);

  private void came(String... lines) {
    for (String line : lines) {
      journal.add(Call.of(line).exchange());
    }
  }

  private void cameUnmatched(String line) {
    journal.add(Call.of(line).unmatched("no route has this path").exchange());
  }

  private void cameWithLongBody(String line) {
    journal.add(Call.of(line).body(new byte[50]).exchange());
  }

  private static List<RequestPattern> patterns(String... keys) {
    return Arrays.stream(keys).map(Wanted::of).toList();
  }

  @Nested
  class AnOrder {

    private Verdict inOrder(String... keys) {
      return verifier.verifyInOrder(patterns(keys), Duration.ZERO);
    }

    @Test
    void isFoundWithOthersBetween() {
      came("GET /a", "GET /x", "GET /b", "GET /a", "GET /c");

      assertThat(inOrder("GET /a", "GET /b", "GET /c").passed()).isTrue();
      assertThat(inOrder("GET /a", "GET /a").passed()).isTrue();
      assertThat(inOrder("GET /b", "ANY *", "GET /c").passed()).isTrue();
      assertThat(inOrder("GET /a", "GET /b").text())
          .isEqualTo("found in this order: GET /a, then GET /b");
    }

    @Test
    void thatIsAnotherShowsWhatCameTooEarly() {
      came("GET /b", "GET /a", "GET /x");

      assertThat(inOrder("GET /a", "GET /b").text() + "\n")
          .isEqualTo(
              """
              wanted in this order: GET /a, then GET /b; found no GET /b after #2 (3 requests came)
              closest:
                #1 GET /b, answered 200 by the server itself
                   expected it to come after #2, found #1
                #3 GET /x, answered 200 by the server itself
                   expected path to be /b, found /x
                #2 GET /a, answered 200 by the server itself
                   expected path to be /b, found /a
              """);
    }

    @Test
    void needsOneRequestForEachStep() {
      came("GET /a");

      assertThat(inOrder("GET /a", "GET /a").failure()).contains(Failure.ORDER);
      assertThat(inOrder("GET /z").text()).startsWith("wanted in this order: GET /z; found no");
      assertThatIllegalArgumentException().isThrownBy(this::inOrder);
    }

    @Test
    void isUnknownWhenWhatWasDroppedMayHaveBeenPartOfIt() {
      came("GET /a", "GET /b", "GET /c", "GET /d", "GET /e", "GET /f");

      assertThat(inOrder("GET /a", "GET /b").failure()).contains(Failure.JOURNAL_OVERFLOWED);
      assertThat(inOrder("GET /b", "GET /f").passed()).isTrue();
      assertThat(inOrder("GET /z", "GET /f", "GET /c").failure()).contains(Failure.ORDER);
    }

    @Test
    void isUnknownWhenABodyWasCut() {
      RequestPattern text = Wanted.of("POST /a", "text: { contains: x }");
      cameWithLongBody("POST /a");
      came("GET /b");

      assertThat(
              verifier.verifyInOrder(List.of(text, Wanted.of("GET /b")), Duration.ZERO).failure())
          .contains(Failure.BODY_CUT);
      assertThat(
              verifier.verifyInOrder(List.of(Wanted.of("GET /b"), text), Duration.ZERO).failure())
          .contains(Failure.ORDER);
    }
  }

  @Nested
  class NoOtherRequests {

    private Verdict noOthers(String... keys) {
      return verifier.noOtherRequests(patterns(keys));
    }

    @Test
    void leavesWhatWasVerified() {
      came("GET /a", "GET /b", "GET /c");
      verifier.verify(Wanted.of("GET /a"), Count.once());
      verifier.verifyInOrder(patterns("GET /b"), Duration.ZERO);

      assertThat(noOthers().text())
          .isEqualTo(
              "wanted no requests but those verified, found 1 (3 requests came)\n"
                  + "others:\n  #3 GET /c, answered 200 by the server itself");
      assertThat(noOthers("GET /c").text())
          .isEqualTo(
              "wanted no requests but those verified or GET /c, found none (3 requests came)");
    }

    @Test
    void doesNotCountAVerificationThatFailed() {
      came("GET /a");
      verifier.verify(Wanted.of("GET /a"), Count.times(2));

      assertThat(noOthers().failure()).contains(Failure.OTHER_REQUESTS);
    }

    @Test
    void isUnknownWhenSomethingWasDroppedUnverified() {
      came("GET /a", "GET /a", "GET /a", "GET /a", "GET /a", "GET /a");
      verifier.verify(Wanted.of("GET /a"), Count.atLeast(1));

      assertThat(noOthers().failure()).contains(Failure.JOURNAL_OVERFLOWED);
      assertThat(noOthers().text()).contains("1 request was dropped");
    }

    @Test
    void isKnownWhenWhatWasDroppedHadBeenVerified() {
      came("GET /a", "GET /a", "GET /a");
      verifier.verify(Wanted.of("GET /a"), Count.times(3));
      came("GET /b", "GET /b", "GET /b", "GET /b", "GET /b");
      verifier.verify(Wanted.of("GET /b"), Count.atLeast(5));

      assertThat(noOthers().failure()).isEmpty();
    }

    @Test
    void beginsAgainWithAClearedJournal() {
      came("GET /a");
      verifier.verify(Wanted.of("GET /a"), Count.once());
      journal.clear();
      assertThat(noOthers().passed()).isTrue();
      came("GET /a");

      assertThat(noOthers().failure()).contains(Failure.OTHER_REQUESTS);
    }

    @Test
    void isUnknownWhenABodyWasCut() {
      cameWithLongBody("POST /a");

      assertThat(
              verifier
                  .noOtherRequests(List.of(Wanted.of("POST /a", "text: { contains: x }")))
                  .failure())
          .contains(Failure.BODY_CUT);
    }
  }

  @Nested
  class NoUnmatchedRequests {

    @Test
    void passesWhenARouteOrTheServerAnsweredAll() {
      came("GET /a", "OPTIONS /a");

      assertThat(verifier.noUnmatchedRequests(List.of()).text())
          .isEqualTo(
              "wanted a route for every request, found no request without one (2 requests came)");
    }

    @Test
    void saysWhyNoRouteDid() {
      came("GET /a");
      cameUnmatched("GET /userz");

      assertThat(verifier.noUnmatchedRequests(List.of()).text())
          .isEqualTo(
              "wanted a route for every request, found 1 request without one (2 requests came)\n"
                  + "unmatched:\n  #2 GET /userz, answered 200\n     no route has this path");
    }

    @Test
    void remembersThemWhenTheyWereDropped() {
      cameUnmatched("GET /userz");
      came("GET /a", "GET /a", "GET /a", "GET /a", "GET /a");

      Verdict verdict = verifier.noUnmatchedRequests(List.of());

      assertThat(verdict.failure()).contains(Failure.UNMATCHED_REQUESTS);
      assertThat(verdict.text())
          .isEqualTo(
              "wanted a route for every request, found 1 request without one, 1 of them dropped"
                  + " from the journal (6 requests came)");
    }
  }
}
