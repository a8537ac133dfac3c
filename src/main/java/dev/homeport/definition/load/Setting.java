package dev.homeport.definition.load;

import dev.homeport.diagnostic.SyntaxException;

/**
 * Everything that can be set: on the command line ({@code --max-body}), in the environment ({@code
 * HOMEPORT_MAX_BODY}) and, if {@link #inFile()}, in {@code homeport.yaml} ({@code max-body}).
 * Values are texts here; each knows how to check its own.
 */
public enum Setting {
  PORT("port", true),
  HOST("host", false),
  STRICT("strict", true),
  DELAY("delay", true),
  SEED("seed", true),
  CLOCK("clock", true),
  MAX_BODY("max-body", true),
  QUIET("quiet", true),
  JSON("json", true),
  /** Only in the file: it changes what the routes mean. */
  TRAILING_SLASH("trailingSlash", true);

  private final String key;
  private final boolean inFile;

  Setting(String key, boolean inFile) {
    this.key = key;
    this.inFile = inFile;
  }

  /** The spelling in {@code homeport.yaml}, and of the option after {@code --}. */
  public String key() {
    return key;
  }

  /** Whether {@code homeport.yaml} may hold it: a downloaded folder must not open the machine. */
  public boolean inFile() {
    return inFile;
  }

  /** The environment variable: {@code HOMEPORT_MAX_BODY}. */
  public String variable() {
    return "HOMEPORT_" + key.replace('-', '_').toUpperCase(java.util.Locale.ROOT);
  }

  /**
   * Checks a value.
   *
   * @throws SyntaxException saying what was found and what to write
   */
  public void check(String value) throws SyntaxException {
    throw new AssertionError("skeleton");
  }
}
