package dev.homeport.server.control;

import dev.homeport.diagnostic.Problem;
import dev.homeport.diagnostic.ProblemReport;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mistakes in a text that was sent, all of them with their places. */
final class TextProblems {

  /** A text may be wrong from its beginning to its end. */
  private static final int MOST = 100;

  private TextProblems() {}

  static Refusal refusal(Collection<Problem> problems) {
    List<Problem> shown = problems.stream().limit(MOST).toList();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("problems", shown.stream().map(TextProblems::json).toList());
    members.put("text", new ProblemReport(false).render(shown));
    return Refusal.of(422, "Problems in the text", ProblemReport.summary(problems), members);
  }

  private static Map<String, Object> json(Problem problem) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", problem.at().toString());
    json.put("line", problem.at().line());
    json.put("column", problem.at().column());
    json.put("message", problem.message());
    if (problem.hint() != null) {
      json.put("hint", problem.hint());
    }
    return json;
  }
}
