package dev.homeport.engine.answer;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import org.jspecify.annotations.Nullable;

/**
 * The status as the author wrote it.
 *
 * @param fixed the number, or 0 when it is rendered
 * @param template renders the number, null when it is fixed
 */
public record StatusPlan(int fixed, @Nullable Template template, Location at) {

  /** Whether a number is a final status (RFC 9110, 15). */
  public static boolean isFinal(int status) {
    return status >= 200 && status <= 599;
  }

  /** Whether answers of this status have no content (RFC 9110, 6.4.1; 205: 15.3.6). */
  public static boolean hasNoContent(int status) {
    return status == 204 || status == 205 || status == 304;
  }

  int render(Scope scope) throws UnsendableException {
    if (template == null) {
      return fixed;
    }
    String text = template.text(scope).strip();
    if (text.length() == 3 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int status = Integer.parseInt(text);
      if (isFinal(status)) {
        return status;
      }
    }
    throw new UnsendableException("status", at, "the rendered value is no number from 200 to 599");
  }

  @Override
  public String toString() {
    return template == null ? Integer.toString(fixed) : template.source();
  }
}
