package dev.homeport.definition.yaml;

import dev.homeport.diagnostic.Location;

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
}
