package dev.homeport.definition.yaml;

import dev.homeport.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/** A value in a YAML file, with its place. Immutable; aliases and merges are resolved already. */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {

  /**
   * Where the value begins: of a mapping its first key or its brace, of a list its first dash or
   * its bracket, of a scalar its first character (a quote included).
   */
  Location at();

  /**
   * What this is, for messages: {@code a mapping}, {@code a list}, {@code the number 7}, {@code the
   * text 'fast'}.
   */
  String described();

  /** The value as Map, List, String, BigDecimal, Boolean or null; null also for nothing at all. */
  @Nullable Object plain();
}
