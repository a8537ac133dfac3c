package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlScalar;

/** What a scalar may stand for. */
final class Scalars {

  private Scalars() {}

  /**
   * Whether it may be used where a text is wanted: texts, numbers as written and booleans; not
   * null, not nothing.
   */
  static boolean isText(YamlScalar scalar) {
    return switch (scalar.kind()) {
      case TEXT, INTEGER, DECIMAL, BOOLEAN -> true;
      case NULL, EMPTY -> false;
    };
  }
}
