package dev.homeport.engine.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of templates, from the cheapest. */
sealed interface CompiledTemplate extends Template {

  @Override
  default boolean isConstant() {
    return false;
  }

  @Override
  default @Nullable Object value(Scope scope) {
    return text(scope);
  }

  /** Always the same text. */
  record Constant(String source, String content) implements CompiledTemplate {

    @Override
    public String text(Scope scope) {
      return content;
    }

    @Override
    public boolean isConstant() {
      return true;
    }
  }

  /** Exactly one expression, whose value keeps its type. */
  record Single(String source, Part.Value part) implements CompiledTemplate {

    @Override
    public @Nullable Object value(Scope scope) {
      return Named.untied(part.expression().value(scope));
    }

    @Override
    public String text(Scope scope) {
      return part.render(scope).toString();
    }
  }

  /** Texts and values, one after the other. */
  record Sequence(String source, List<Part> parts) implements CompiledTemplate {

    @Override
    public String text(Scope scope) {
      Output output = new Output();
      for (Part part : parts) {
        output.append(part.render(scope));
      }
      return output.toString();
    }
  }

  /** A template with blocks. */
  record Structured(String source, Outline.Compiled compiled) implements CompiledTemplate {

    @Override
    public String text(Scope scope) {
      return compiled.render(scope);
    }
  }
}
