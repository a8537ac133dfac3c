package dev.homeport;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.definition.load.TextReader;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.verify.Verdict;
import dev.homeport.server.MockPort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a port was asked, and the checks of it; one that fails throws a {@link VerificationError}.
 * Safe for any number of threads.
 *
 * @param texts what patterns are read by
 */
record JournalChecks(MockPort port, TextReader texts) {

  void came(RequestPattern pattern, Count count) {
    check(port.verifier().verify(compiled(pattern), count.compiled()));
  }

  void wasSent(RequestPattern pattern, Count count) {
    check(port.sentVerifier().verify(compiled(pattern), count.compiled()));
  }

  void cameInOrder(Duration within, RequestPattern... patterns) {
    check(port.verifier().verifyInOrder(compiled(patterns), within));
  }

  void noOtherCame(RequestPattern... except) {
    check(port.verifier().noOtherRequests(compiled(except)));
  }

  void allWereAnswered(RequestPattern... except) {
    check(port.verifier().noUnmatchedRequests(compiled(except)));
  }

  List<AnsweredRequest> requests() {
    return answered(port.journal().view().entries());
  }

  List<AnsweredRequest> requests(RequestPattern pattern) {
    return answered(port.verifier().matching(compiled(pattern)));
  }

  private List<AnsweredRequest> answered(List<Entry> entries) {
    List<AnsweredRequest> requests = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      requests.add(new AnsweredRequest(entry, port.verifier().variables(entry)));
    }
    return requests;
  }

  private List<dev.homeport.engine.verify.RequestPattern> compiled(RequestPattern... patterns) {
    return Arrays.stream(patterns).map(this::compiled).toList();
  }

  private dev.homeport.engine.verify.RequestPattern compiled(RequestPattern pattern) {
    try {
      return texts.pattern(pattern.at().name(), pattern.yaml());
    } catch (InvalidTextException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static void check(Verdict verdict) {
    if (!verdict.passed()) {
      throw new VerificationError(verdict.text());
    }
  }
}
