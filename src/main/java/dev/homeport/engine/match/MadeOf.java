package dev.homeport.engine.match;

import dev.homeport.engine.http.MessageKind;
import dev.homeport.engine.template.Scope;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A message of a WebSocket is text, or binary. */
public record MadeOf(MessageKind kind) implements Condition {

  @Override
  public @Nullable Mismatch check(Scope scope) {
    MessageKind found = scope.request().messageKind();
    return found == kind
        ? null
        : new Said(
            () -> "message",
            () -> "to be " + words(kind),
            () -> found == null ? "none" : words(found));
  }

  private static String words(MessageKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String described() {
    return "message to be " + words(kind);
  }

  @Override
  public int rank() {
    return Rank.HEAD;
  }
}
