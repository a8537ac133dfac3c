package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;

/** Values that did not satisfy their matcher. */
record ValueMismatch(Match match, Values values, Scope scope) implements Mismatch {

  private Matcher.@Nullable Detail detail() {
    return match.matcher().detail(values, scope);
  }

  @Override
  public String subject() {
    Matcher.Detail detail = detail();
    return detail == null ? match.source().subject() : match.source().subject(detail.place());
  }

  @Override
  public String expected() {
    Matcher.Detail detail = detail();
    return detail == null ? match.matcher().expected(scope) : detail.expected();
  }

  @Override
  public String found() {
    Matcher.Detail detail = detail();
    if (detail != null) {
      return detail.found();
    }
    return values.all().isEmpty() ? match.source().nothing(scope) : values.shown();
  }
}
