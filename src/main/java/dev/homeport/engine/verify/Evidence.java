package dev.homeport.engine.verify;

import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Outcome;
import java.util.List;

/**
 * A request that explains a verdict.
 *
 * @param id in the journal
 * @param request its method and target, fit to be shown
 * @param answer what answered it: {@code answered 201 by mocks/pay.yaml:3:1}
 * @param report why no route answered, in several lines; empty where that is not the question
 * @param differences from what was wanted; empty when it is as wanted
 */
public record Evidence(
    long id, String request, String answer, String report, List<Difference> differences) {

  private static final int MOST_DIFFERENCES = 8;

  public Evidence {
    differences = List.copyOf(differences);
  }

  static Evidence of(Entry entry, List<Difference> differences) {
    return new Evidence(entry.id(), request(entry), answer(entry), "", differences);
  }

  /** A request that no route answered, with all that is known about it. */
  static Evidence unmatched(Entry entry, Outcome.Unmatched outcome) {
    String report = outcome.why().text();
    return new Evidence(entry.id(), request(entry), answeredAlone(entry), report, List.of());
  }

  private static String answeredAlone(Entry entry) {
    return entry.message().isPresent() ? "not taken" : "answered " + entry.status();
  }

  private static String request(Entry entry) {
    return Bounded.target(entry.method() + " " + entry.target());
  }

  private static String answer(Entry entry) {
    Outcome outcome = entry.outcome();
    if (outcome instanceof Outcome.ByRoute by) {
      String done = entry.message().isPresent() ? "taken" : "answered " + entry.status();
      return Bounded.line(done + " by " + by.answeredBy().at());
    } else if (outcome instanceof Outcome.Unmatched unmatched) {
      return Bounded.line(answeredAlone(entry) + ": " + unmatched.why().line());
    }
    return "answered " + entry.status() + " by the server itself";
  }

  void appendTo(StringBuilder text) {
    text.append("\n  #").append(id).append(' ').append(request).append(", ").append(answer);
    report.lines().forEach(line -> text.append(line.isEmpty() ? "\n" : "\n     ").append(line));
    int shown = Math.min(differences.size(), MOST_DIFFERENCES);
    for (Difference difference : differences.subList(0, shown)) {
      text.append("\n     ").append(difference.text());
    }
    if (shown < differences.size()) {
      text.append("\n     and ").append(differences.size() - shown).append(" more");
    }
  }
}
