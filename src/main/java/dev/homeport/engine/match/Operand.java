package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a value is compared with: written in the file, or rendered for each request. Immutable, safe
 * to share; equal when written alike.
 */
public sealed interface Operand {

  /** String, Number, Boolean, null, and of a template also List and Map. */
  @Nullable Object value(Scope scope);

  /** Whether it is the same for every request. */
  boolean isConstant();

  /**
   * As a mismatch quotes it.
   *
   * @param scope renders templates; null shows them as written
   */
  String shown(@Nullable Scope scope);

  /**
   * A value that stands in the file.
   *
   * @param value String, Number, Boolean or null
   * @param source as written, for messages: {@code 1MB}
   */
  record Constant(@Nullable Object value, String source) implements Operand {

    @Override
    public @Nullable Object value(Scope scope) {
      return value;
    }

    @Override
    public boolean isConstant() {
      return true;
    }

    @Override
    public String shown(@Nullable Scope scope) {
      return value instanceof String text ? Shown.text(text) : source;
    }
  }

  /** A text with {@code {{…}}} in it. */
  record Rendered(Template template) implements Operand {

    @Override
    public @Nullable Object value(Scope scope) {
      return template.value(scope);
    }

    /** A template may hold nothing but braces that are escaped. */
    @Override
    public boolean isConstant() {
      return template.isConstant();
    }

    @Override
    public String shown(@Nullable Scope scope) {
      return scope == null ? Shown.text(template.source()) : Shown.value(value(scope));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Rendered that && template.source().equals(that.template.source());
    }

    @Override
    public int hashCode() {
      return Objects.hashCode(template.source());
    }
  }
}
