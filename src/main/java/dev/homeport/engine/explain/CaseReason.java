package dev.homeport.engine.explain;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.match.Mismatch;
import dev.homeport.engine.template.RenderException;
import dev.homeport.engine.verify.Difference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a case did not answer, in words that are fit to be shown.
 *
 * @param at where the case stands
 * @param ofFirst whether it stands in {@code first}
 * @param difference what was expected and what came, or null when {@code text} is all there is
 * @param text {@code expected query parameter page to equal 2, found nothing}
 */
public record CaseReason(
    Location at, boolean ofFirst, @Nullable Difference difference, String text) {

  static CaseReason of(CaseMiss miss) {
    Location at = miss.tried().at();
    Mismatch mismatch = miss.mismatch();
    if (mismatch == null) {
      return new CaseReason(at, miss.ofFirst(), null, miss.other());
    }
    try {
      Difference difference = Difference.of(mismatch);
      return new CaseReason(at, miss.ofFirst(), difference, difference.text());
    } catch (RenderException e) {
      return new CaseReason(at, miss.ofFirst(), null, "a template failed: " + e.getMessage());
    }
  }

  /** {@code mocks/users.yaml:5:5: expected …}; a case of {@code first} is said to be one. */
  String line() {
    return Words.place(at) + (ofFirst ? " (first): " : ": ") + text;
  }

  Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    Words.put(details, at);
    if (ofFirst) {
      details.put("first", true);
    }
    if (difference != null) {
      details.put("subject", difference.subject());
      details.put("expected", difference.expected());
      details.put("found", difference.found());
    }
    details.put("reason", text);
    return details;
  }

  /** Characters that it alone holds. */
  int characters() {
    return difference == null
        ? text.length()
        : 2 * text.length(); // as a whole, and in its three parts
  }
}
