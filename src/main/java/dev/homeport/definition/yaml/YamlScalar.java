package dev.homeport.definition.yaml;

import dev.homeport.diagnostic.Location;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A text, number, boolean, null or nothing at all.
 *
 * @param at where the scalar begins (its opening quote, or the {@code |} of a block)
 * @param kind what YAML 1.2 (core schema) makes of it; quoted and block scalars are always {@link
 *     Kind#TEXT}
 * @param text the value as text; of a number the source text ({@code 1.20} stays {@code 1.20})
 * @param source finds the place of a character of {@code text} in the file
 */
public record YamlScalar(Location at, Kind kind, String text, OffsetMap source)
    implements YamlNode {

  /**
   * The types of YAML's core schema; {@code EMPTY} is nothing written at all, {@code NULL} is
   * {@code null} or {@code ~}.
   */
  public enum Kind {
    TEXT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    NULL,
    EMPTY
  }

  /**
   * From an offset in the value to a place in the file, exact in plain, quoted (first line) and
   * block scalars.
   */
  @FunctionalInterface
  public interface OffsetMap {

    /**
     * Finds the place of one character.
     *
     * @param offset 0-based index into the scalar's text, its length included
     */
    Location locate(int offset);
  }

  /** Where a character of the text stands in the file. */
  public Location at(int offset) {
    return source.locate(offset);
  }

  @Override
  public @Nullable Object plain() {
    return switch (kind) {
      case TEXT -> text;
      case INTEGER, DECIMAL -> new BigDecimal(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case NULL, EMPTY -> null;
    };
  }

  @Override
  public String described() {
    return switch (kind) {
      case TEXT -> "the text '" + Shown.value(text) + "'";
      case INTEGER, DECIMAL -> "the number " + Shown.value(text);
      case BOOLEAN -> text;
      case NULL -> "null";
      case EMPTY -> "nothing";
    };
  }
}
