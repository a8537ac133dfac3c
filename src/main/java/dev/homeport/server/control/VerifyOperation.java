package dev.homeport.server.control;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.engine.answer.ProblemReply;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.verify.Difference;
import dev.homeport.engine.verify.Evidence;
import dev.homeport.engine.verify.Judging;
import dev.homeport.engine.verify.Verdict;
import dev.homeport.engine.verify.Verification;
import dev.homeport.engine.verify.Verifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the requests came that were wanted. One that fails is answered 409, so that {@code curl
 * --fail-with-body} and every client that looks at the status see it.
 */
final class VerifyOperation {

  private final ControlledPort port;
  private final Waits waits;
  private final Waits sentWaits;

  /**
   * The operation.
   *
   * @param waits for requests that come
   * @param sentWaits for messages that mocks send
   */
  VerifyOperation(ControlledPort port, Waits waits, Waits sentWaits) {
    this.port = port;
    this.waits = waits;
    this.sentWaits = sentWaits;
  }

  Stream<Operation> all() {
    return Stream.of(Operation.post("/verify", this::verify).orYaml());
  }

  private ControlAnswer verify(Call call) throws Refusal {
    Verification verification = read(call);
    boolean isSent = verification instanceof Verification.Sent;
    Verifier verifier = isSent ? port.sentVerifier() : port.verifier();
    Optional<Judging> waiting = verification.begin(verifier);
    if (waiting.isEmpty()) {
      return new ControlAnswer.Now(answer(verification.judge(verifier)));
    }
    Waits forIt = isSent ? sentWaits : waits;
    return new ControlAnswer.Later(forIt.begin(waiting.get(), VerifyOperation::answer));
  }

  private Verification read(Call call) throws Refusal {
    try {
      return port.texts().verification("verification", call.text("verification"));
    } catch (InvalidTextException e) {
      throw TextProblems.refusal(e.problems());
    }
  }

  private static Reply answer(Verdict verdict) {
    if (verdict.passed()) {
      Map<String, Object> passed = new LinkedHashMap<>();
      passed.put("passed", true);
      passed.put("summary", verdict.summary());
      return Answers.json(200, passed);
    }
    Map<String, Object> failed = new LinkedHashMap<>();
    failed.put("passed", false);
    failed.put("failure", word(verdict.failure().orElseThrow()));
    failed.put("summary", verdict.summary());
    failed.put("text", verdict.text());
    failed.put("heading", verdict.heading());
    failed.put("requests", verdict.evidence().stream().map(VerifyOperation::json).toList());
    failed.put("more", verdict.more());
    return ProblemReply.of(409, "Verification failed", verdict.summary(), failed, List.of());
  }

  private static String word(Verdict.Failure failure) {
    return switch (failure) {
      case COUNT -> "count";
      case ORDER -> "order";
      case OTHER_REQUESTS -> "otherRequests";
      case UNMATCHED_REQUESTS -> "unmatchedRequests";
      case JOURNAL_OVERFLOWED -> "journalOverflowed";
      case BODY_CUT -> "bodyCut";
      case INTERRUPTED -> "interrupted";
    };
  }

  private static Map<String, Object> json(Evidence evidence) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", evidence.id());
    json.put("request", evidence.request());
    json.put("answer", evidence.answer());
    json.put("differences", evidence.differences().stream().map(VerifyOperation::json).toList());
    return json;
  }

  private static Map<String, Object> json(Difference difference) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("subject", difference.subject());
    json.put("expected", difference.expected());
    json.put("found", difference.found());
    return json;
  }
}
