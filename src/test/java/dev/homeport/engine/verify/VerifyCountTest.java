package dev.homeport.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.homeport.engine.journal.BoundedJournal;
import dev.homeport.engine.journal.Call;
import dev.homeport.engine.journal.JournalLimits;
import dev.homeport.engine.verify.Verdict.Failure;
import java.time.Duration;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerifyCountTest {

  private final BoundedJournal journal =
      new BoundedJournal(new JournalLimits(5, 1 << 20, 40), System::nanoTime);
  private final Verifier verifier = new Verifier(journal, System::nanoTime, false);

  private void came(Call... calls) {
    for (Call call : calls) {
      journal.add(call.exchange());
    }
  }

  private static Call pay(int amount) {
    return Call.of("POST /charges")
        .json("{\"amount\":" + amount + "}")
        .by("POST /charges", null, null);
  }

  private void text(RequestPattern pattern, Count count, String text) {
    assertThat(verifier.verify(pattern, count).text()).isEqualTo(text.stripTrailing());
  }

  @Nested
  class TheNumber {

    static Stream<Arguments> words() {
      return Stream.of(
          Arguments.of(Count.once(), "exactly 1 request", "1"),
          Arguments.of(Count.never(), "no request", "0"),
          Arguments.of(Count.times(3), "exactly 3 requests", "3"),
          Arguments.of(Count.atLeast(2), "at least 2 requests", "2 3 4"),
          Arguments.of(Count.atLeast(0), "any number of requests", "0 1 2 3 4"),
          Arguments.of(Count.atMost(1), "at most 1 request", "0 1"),
          Arguments.of(Count.between(1, 3), "between 1 and 3 requests", "1 2 3"),
          Arguments.of(
              Count.once().within(Duration.ofSeconds(2)), "exactly 1 request within 2s", "1"),
          Arguments.of(
              Count.never().within(Duration.ofMillis(1500)), "no request within 1500ms", "0"),
          Arguments.of(
              Count.atLeast(2).within(Duration.ofMinutes(3)), "at least 2 requests within 3m", ""));
    }

    @ParameterizedTest
    @MethodSource("words")
    void isSaidInWordsAndMeantSo(Count count, String words, String met) {
      assertThat(count.described()).isEqualTo(words);
      if (count.within().isZero()) {
        LongFunction<String> number = Long::toString;
        for (long n = 0; n <= 4; n++) {
          assertThat(verifier.verify(RequestPattern.any(), count).passed())
              .as(words + ": " + n)
              .isEqualTo(met.contains(number.apply(n)));
          came(Call.of("GET /"));
        }
      }
    }

    @Test
    void thatCannotBeIsRefused() {
      assertThatIllegalArgumentException().isThrownBy(() -> Count.between(2, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> Count.times(-1));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Count.once().within(Duration.ofMillis(-1)));
    }
  }

  @Nested
  class ThePattern {

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "GET /users/{id}; GET /users/7; true",
          "GET /users/{id}; GET /users/7?page=2; true",
          "GET /users/{id}; POST /users/7; false",
          "GET|POST /users/{id}; POST /users/7; true",
          "ANY /users/{id}; DELETE /users/7; true",
          "GET /users/{id}; GET /users/7/; false",
          "GET /users/{id}; GET /users; false",
          "GET /users; GET /usersandmore; false",
          "GET /users; GET /users?page=2; true",
          "GET /users; GET /%75sers; true",
          "GET /é; GET /%C3%A9; true",
          "GET /b; GET /a/../b; true",
          "GET /files/{*path}; GET /files/a/b; true",
          "ANY *; PATCH /whatever; true",
          "OPTIONS *; OPTIONS *; true"
        })
    void isAMethodAndAPath(String pattern, String request, boolean fits) {
      came(Call.of(request));

      assertThat(verifier.verify(Wanted.of(pattern), Count.once()).passed()).isEqualTo(fits);
    }

    @Test
    void mayLeaveTheTrailingSlashOpen() {
      came(Call.of("GET /users/"), Call.of("GET /users"));
      Verifier open = new Verifier(journal, System::nanoTime, true);

      assertThat(open.verify(Wanted.of("GET /users"), Count.times(2)).passed()).isTrue();
      assertThat(open.verify(Wanted.of("GET /users/"), Count.times(2)).passed()).isTrue();
      assertThat(verifier.verify(Wanted.of("GET /users"), Count.once()).passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "path: { id: { gte: 7 } }; true",
          "path: { id: 8 }; false",
          "query: { page: 2 }; true",
          "headers: { X-Beta: present }; true",
          "headers: { X-Beta: absent }; false",
          "json: { $.amount: 42 }; true",
          "json: { $.amount: { gt: 42 } }; false",
          "equalsJson: { amount: 42 }; true",
          "client: loopback; true"
        })
    void hasTheConditionsOfTheLanguage(String when, boolean holds) {
      came(Call.of("PUT /users/7?page=2").header("X-Beta", "1").json("{\"amount\":42}"));
      RequestPattern pattern = Wanted.of("PUT /users/{id}", when);

      assertThat(verifier.verify(pattern, Count.once()).passed()).isEqualTo(holds);
    }

    @Test
    void knowsTheVariablesOfTheRouteThatAnswered() {
      came(Call.of("GET /users/7").by("GET /users/{id}", null, null));

      RequestPattern pattern = Wanted.of("ANY *", "path: { id: 7 }");

      assertThat(verifier.verify(pattern, Count.once()).passed()).isTrue();
    }

    @Test
    void mayNameTheRouteTheResponseOrATag() {
      came(Call.of("GET /a").by("GET /a", "alpha", "found", "smoke"), Call.of("GET /b"));

      for (String name : new String[] {"alpha", "found"}) {
        assertThat(verifier.verify(Wanted.named(name), Count.once()).passed()).isTrue();
      }
      assertThat(verifier.verify(Wanted.tagged("smoke"), Count.once()).passed()).isTrue();
      assertThat(verifier.verify(Wanted.named("beta"), Count.never()).passed()).isTrue();
      text(
          Wanted.named("beta"),
          Count.once(),
          """
          wanted exactly 1 request, found none: any request answered by 'beta' (2 requests came)
          closest:
            #2 GET /b, answered 200 by the server itself
               expected the name of what answered to be 'beta', found no route
            #1 GET /a, answered 200 by mocks/pay.yaml:1:1
               expected the name of what answered to be 'beta', found 'found'
          """);
    }

    @Test
    void cannotAskForTheMoment() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Wanted.of("ANY *", "call: 3"))
          .withMessageContaining("cannot be verified");
    }
  }

  @Nested
  class AFailure {

    @Test
    void namesPathExpectedAndFoundOfAJsonBody() {
      came(pay(41));

      text(
          Wanted.of("POST /charges", "json: { $.amount: 42 }"),
          Count.once(),
          """
          wanted exactly 1 request, found none: POST /charges with json $.amount to equal 42 (1 request came)
          closest:
            #1 POST /charges, answered 200 by mocks/pay.yaml:1:1
               expected json $.amount to equal 42, found 41
          """);
    }

    @Test
    void namesThePlaceWithinAWholeBody() {
      came(Call.of("POST /o").json("{\"items\":[{\"sku\":\"B\"}]}"));

      text(
          Wanted.of("POST /o", "equalsJson: { items: [ { sku: A } ] }"),
          Count.once(),
          """
          wanted exactly 1 request, found none: POST /o with json $ to equal {"items":[{"sku":"A"}]} (1 request came)
          closest:
            #1 POST /o, answered 200 by the server itself
               expected json $.items[0].sku to equal "A", found "B"
          """);
    }

    @Test
    void saysThatNothingCame() {
      text(
          Wanted.of("POST /charges"),
          Count.once(),
          "wanted exactly 1 request, found none: POST /charges (no request came)");
    }

    @Test
    void showsTheThreeNearestAndHowManyMoreThereAre() {
      came(Call.of("GET /x"), Call.of("GET /charge"), pay(1), Call.of("GET /charges"));

      text(
          Wanted.of("POST /charges", "json: { $.amount: 42 }"),
          Count.atLeast(1),
          """
          wanted at least 1 request, found none: POST /charges with json $.amount to equal 42 (4 requests came)
          closest:
            #3 POST /charges, answered 200 by mocks/pay.yaml:1:1
               expected json $.amount to equal 42, found 1
            #4 GET /charges, answered 200 by the server itself
               expected method to be POST, found GET
               expected json $.amount to equal 42, found no body
            #2 GET /charge, answered 200 by the server itself
               expected method to be POST, found GET
               expected path to be /charges, found /charge
               expected json $.amount to equal 42, found no body
            and 1 more
          """);
    }

    @Test
    void ofTooManyShowsWhichTheyWere() {
      came(pay(1), pay(2), Call.of("GET /"), pay(3), pay(4));

      text(
          Wanted.of("POST /charges"),
          Count.once(),
          """
          wanted exactly 1 request, found 4: POST /charges (5 requests came)
          found, newest first:
            #5 POST /charges, answered 200 by mocks/pay.yaml:1:1
            #4 POST /charges, answered 200 by mocks/pay.yaml:1:1
            #2 POST /charges, answered 200 by mocks/pay.yaml:1:1
            and 1 more
          """);
    }

    @Test
    void showsHostileTextEscaped() {
      came(Call.of("POST /\u001b[31m").json("{\"amount\":\"\\u001b[0m\\n\"}").unmatched("\u001b"));

      assertThat(
              verifier
                  .verify(Wanted.of("POST /charges", "json: { amount: 1 }"), Count.once())
                  .text())
          .doesNotContain("\u001b")
          .contains("\\u001b[31m", "\\u001b[0m\\n");
    }
  }

  @Nested
  class WhatWasDropped {

    @Test
    void makesTheNumberUnknown() {
      came(pay(1), pay(2), pay(3), pay(4), pay(5), pay(6), Call.of("GET /"));

      Verdict verdict = verifier.verify(Wanted.of("POST /charges"), Count.times(6));

      assertThat(verdict.failure()).contains(Failure.JOURNAL_OVERFLOWED);
      assertThat(verdict.text())
          .isEqualTo(
              "wanted exactly 6 requests, found 4: POST /charges (7 requests came); the journal"
                  + " overflowed: 2 requests were dropped, so it is not known how many there were"
                  + " (let it hold more with journal-entries and journal-bytes, or reset it more"
                  + " often)");
      assertThat(verifier.verify(Wanted.of("POST /charges"), Count.atMost(4)).failure())
          .contains(Failure.JOURNAL_OVERFLOWED);
      assertThat(verifier.verify(Wanted.of("GET /none"), Count.never()).failure())
          .contains(Failure.JOURNAL_OVERFLOWED);
    }

    @Test
    void doesNotMatterWhereItCouldChangeNothing() {
      came(pay(1), pay(2), pay(3), pay(4), pay(5), pay(6), Call.of("GET /"));
      RequestPattern charges = Wanted.of("POST /charges");

      assertThat(verifier.verify(charges, Count.atLeast(4)).passed()).isTrue();
      assertThat(verifier.verify(charges, Count.atMost(6)).passed()).isTrue();
      assertThat(verifier.verify(charges, Count.atMost(3)).failure()).contains(Failure.COUNT);
      assertThat(verifier.verify(charges, Count.atLeast(7)).failure()).contains(Failure.COUNT);
    }

    @Test
    void isForgivenByClearing() {
      came(pay(1), pay(2), pay(3), pay(4), pay(5), pay(6));
      journal.clear();
      came(pay(7));

      assertThat(verifier.verify(Wanted.of("POST /charges"), Count.once()).passed()).isTrue();
    }
  }

  @Nested
  class ACutBody {

    private static final String LONG = "{\"amount\":42,\"note\":\"" + "x".repeat(40) + "\"}";

    @Test
    void cannotBeJudged() {
      came(Call.of("POST /charges").json(LONG));

      text(
          Wanted.of("POST /charges", "json: { amount: 42 }"),
          Count.once(),
          """
          wanted exactly 1 request, found none: POST /charges with json $.amount to equal 42 (1 request came); the journal kept only the beginning of a body, so it is not known how many there were
          closest:
            #1 POST /charges, answered 200 by the server itself
               expected json $.amount to equal 42, found a body that cannot be judged: the journal kept 40 of its 63 bytes
          """);
    }

    @Test
    void doesNotMatterWhereNobodyLooksAtIt() {
      came(Call.of("POST /charges").json(LONG));

      assertThat(verifier.verify(Wanted.of("POST /charges"), Count.once()).passed()).isTrue();
      assertThat(
              verifier
                  .verify(
                      Wanted.of("ANY *", "{ headers: { X-A: present }, json: { amount: 1 } }"),
                      Count.never())
                  .passed())
          .isTrue();
    }

    @Test
    void doesNotMatterWhereItCouldChangeNothing() {
      came(Call.of("POST /charges").json(LONG), pay(42));
      RequestPattern pattern = Wanted.of("POST /charges", "json: { amount: 42 }");

      assertThat(verifier.verify(pattern, Count.atLeast(1)).passed()).isTrue();
      assertThat(verifier.verify(pattern, Count.atMost(2)).passed()).isTrue();
      assertThat(verifier.verify(pattern, Count.never()).failure()).contains(Failure.COUNT);
      assertThat(verifier.verify(pattern, Count.once()).failure()).contains(Failure.BODY_CUT);
    }
  }
}
