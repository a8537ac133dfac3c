package dev.homeport.engine.match;

import dev.homeport.engine.http.Authorization;
import dev.homeport.engine.template.Scope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the Authorization header says; its scheme is compared in any case. */
public record AuthorizationSource(Part part) implements Source {

  /** Which part of it. */
  public enum Part {
    /** The whole header. */
    HEADER("header Authorization", ""),
    USER("basic user", "basic"),
    PASSWORD("basic password", "basic"),
    TOKEN("bearer token", "bearer");

    private final String subject;
    private final String scheme;

    Part(String subject, String scheme) {
      this.subject = subject;
      this.scheme = scheme;
    }
  }

  @Override
  public Values values(Scope scope) {
    if (part == Part.HEADER) {
      return Values.ofTexts(scope.request().headers().all("Authorization"));
    }
    Authorization sent = scope.request().authorization();
    String value = sent == null || !sent.scheme().equals(part.scheme) ? null : of(sent);
    return value == null ? Values.none() : Values.ofText(value);
  }

  private @Nullable String of(Authorization sent) {
    return switch (part) {
      case USER -> sent.user();
      case PASSWORD -> sent.password();
      case TOKEN, HEADER -> sent.token();
    };
  }

  @Override
  public String subject() {
    return part.subject;
  }

  @Override
  public String nothing(Scope scope) {
    Authorization sent = scope.request().authorization();
    if (sent == null) {
      return "no Authorization header";
    }
    String scheme = Objects.requireNonNullElse(sent.scheme(), "");
    return scheme.equals(part.scheme)
        ? "an Authorization header that is malformed"
        : "an Authorization header with the scheme " + Shown.text(scheme);
  }
}
