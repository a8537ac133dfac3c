package dev.homeport.engine.explain;

import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Unanswered;
import dev.homeport.engine.route.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why no case of a WebSocket took a message. Immutable; keeps the route, and nothing of the message
 * but words.
 *
 * @param detail in one line
 * @param cases why each did not, the first few
 */
public record MessageMiss(String detail, Route route, List<CaseReason> cases)
    implements Unanswered {

  private static final int MOST_CASES = 10;
  private static final int OBJECT_BYTES = 48;

  public MessageMiss {
    cases = List.copyOf(cases);
  }

  /**
   * Puts the words together.
   *
   * @param known how many cases there are
   */
  public static MessageMiss of(Route route, Request message, int known, List<CaseMiss> misses) {
    String detail =
        known == 0
            ? "The route has no case for a message on " + Words.request(message)
            : "No message case of the route holds for a message on " + Words.request(message);
    List<CaseReason> cases = misses.stream().limit(MOST_CASES).map(CaseReason::of).toList();
    return new MessageMiss(detail, route, cases);
  }

  @Override
  public String line() {
    String nearest = cases.isEmpty() ? "" : ": " + cases.get(0).line();
    return detail + " (" + Words.routeAt(route) + nearest + ")";
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder(detail).append(".\n  ");
    text.append(Words.routeAt(route)).append('\n');
    cases.forEach(each -> text.append("    ").append(each.line()).append('\n'));
    return text.toString();
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("detail", detail);
    Words.put(details, route);
    details.put("cases", cases.stream().map(CaseReason::details).toList());
    return details;
  }

  @Override
  public int bytes() {
    int characters = detail.length() + cases.stream().mapToInt(CaseReason::characters).sum();
    return characters + (2 + 5 * cases.size()) * OBJECT_BYTES;
  }
}
