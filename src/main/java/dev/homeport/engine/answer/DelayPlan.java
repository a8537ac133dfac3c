package dev.homeport.engine.answer;

import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The delay as the author wrote it.
 *
 * @param delay compiled, or null when it is rendered
 * @param template renders a text that {@link Delay#parse} takes, null when the delay is compiled
 */
public record DelayPlan(@Nullable Delay delay, @Nullable Template template, Location at) {

  boolean isConstant() {
    return delay != null && delay.isFixed();
  }

  /** Whether an answer can have to wait: false only for a written 0. */
  public boolean mayWait() {
    return !(delay instanceof Delay.Fixed fixed) || !fixed.duration().isZero();
  }

  Duration render(Scope scope) throws UnsendableException {
    if (delay != null) {
      return delay.next(scope::random);
    }
    if (template == null) {
      return Duration.ZERO;
    }
    try {
      return Delay.parse(template.text(scope)).next(scope::random);
    } catch (SyntaxException e) {
      throw new UnsendableException("delay", at, "the rendered value is no duration like 250ms");
    }
  }
}
