package dev.homeport.engine.template;

/** How a value is escaped, by where the text goes; {@code {{{x}}}} never is. */
public enum Escaping {
  /** Not at all: text, header values, operands. */
  NONE,
  /**
   * Inside a JSON document that is written as text (a templated {@code .json} file): strings
   * escaped, lists and objects as JSON.
   */
  JSON,
  HTML,
  XML
}
