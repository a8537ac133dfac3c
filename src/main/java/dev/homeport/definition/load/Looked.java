package dev.homeport.definition.load;

/** What kind of value a matcher looks at; some operators make no sense for some of them. */
enum Looked {
  /** One text: a path variable, the body. */
  TEXT,
  /** A text, or several of the same name: a query parameter, a header. */
  TEXTS,
  /** One value in a JSON document. */
  JSON,
  /** What a JSONPath finds that may find several. */
  JSON_VALUES,
  /** A number: what {@code length} counts. */
  NUMBER,
  /** A number of bytes. */
  SIZE;

  boolean isJson() {
    return this == JSON || this == JSON_VALUES;
  }

  boolean isNumeric() {
    return this == NUMBER || this == SIZE;
  }
}
