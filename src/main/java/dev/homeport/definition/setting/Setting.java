package dev.homeport.definition.setting;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.answer.Delay;
import java.util.Locale;

/**
 * Everything that can be set: on the command line ({@code --max-body}), in the environment ({@code
 * HOMEPORT_MAX_BODY}) and, if {@link #inFile()}, in {@code homeport.yaml} ({@code max-body}).
 * Values are texts here; each knows how to check its own.
 */
public enum Setting {
  PORT("port", true, SettingSyntax::port),
  /** Only in the file: it makes the sub-folder that it lies in a service, and names it. */
  SERVICE("service", true, SettingSyntax::service),
  HOST("host", false, SettingSyntax::address),
  ALLOW_HOST("allow-host", false, SettingSyntax::hostNames),
  CORS("cors", false, SettingSyntax::origins),
  ALLOW_OUTBOUND("allow-outbound", false, SettingSyntax::targets),
  ADMIN_TOKEN("admin-token", false, SettingSyntax::token),
  PORT_FILE("port-file", true, SettingSyntax::file),
  ENV_FILE("env-file", true, SettingSyntax::file),
  STRICT("strict", true, SettingSyntax::flag),
  DELAY("delay", true, Delay::parse),
  SEED("seed", true, SettingSyntax::wholeNumber),
  CLOCK("clock", true, SettingSyntax::instant),
  MAX_BODY("max-body", true, SettingSyntax::bytes),
  BODY_TIMEOUT("body-timeout", true, SettingSyntax::time),
  JOURNAL_ENTRIES("journal-entries", true, SettingSyntax::requests),
  JOURNAL_BYTES("journal-bytes", true, SettingSyntax::someBytes),
  VERBOSE("verbose", true, SettingSyntax::flag),
  QUIET("quiet", true, SettingSyntax::flag),
  JSON("json", true, SettingSyntax::flag),
  WATCH("watch", true, SettingSyntax::flag),
  /** Not in the file: a folder from elsewhere must not make this program write into it. */
  SAVE_DATA("save-data", false, SettingSyntax::flag),
  /** Only in the file: it changes what the routes mean. */
  PREFER("prefer", true, SettingSyntax::flag),
  /** Only in the file: it changes what the routes mean. */
  TRAILING_SLASH("trailingSlash", true, SettingSyntax::trailingSlash);

  /** What a value must look like. */
  private interface Check {
    void check(String value) throws SyntaxException;
  }

  /** The port when nobody chose: 49342 if it is free, else a free one. */
  static final String AUTO = "auto";

  static final String IGNORE = "ignore";

  private final String key;
  private final boolean inFile;

  @SuppressWarnings("ImmutableEnumChecker") // a method of SettingSyntax, which has no state
  private final Check check;

  Setting(String key, boolean inFile, Check check) {
    this.key = key;
    this.inFile = inFile;
    this.check = check;
  }

  /** The spelling in {@code homeport.yaml}, and of the option after {@code --}. */
  public String key() {
    return key;
  }

  /** Whether {@code homeport.yaml} may hold it: a downloaded folder must not open the machine. */
  public boolean inFile() {
    return inFile;
  }

  /** Whether it names a file that the program writes. */
  public boolean isWrittenFile() {
    return this == PORT_FILE || this == ENV_FILE;
  }

  /** Whether it is an option of the command line and has a variable in the environment. */
  public boolean isOption() {
    return this != TRAILING_SLASH && this != PREFER && this != SERVICE;
  }

  /** Whether a service may set it for itself; else it is of the program as a whole. */
  public boolean isOfService() {
    return switch (this) {
      case HOST, ALLOW_HOST, CORS, ADMIN_TOKEN, PORT_FILE, ENV_FILE -> false;
      case STRICT, VERBOSE, QUIET, JSON, WATCH -> false;
      default -> true;
    };
  }

  /** Whether a running server can take another value; else it must be started again. */
  public boolean isLive() {
    return switch (this) {
      case DELAY, SEED, CLOCK, VERBOSE, QUIET, PREFER, TRAILING_SLASH -> true;
      default -> false;
    };
  }

  /** The environment variable: {@code HOMEPORT_MAX_BODY}. */
  public String variable() {
    return "HOMEPORT_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /**
   * Checks a value.
   *
   * @throws SyntaxException saying what was found and what to write
   */
  public void check(String value) throws SyntaxException {
    check.check(value);
  }
}
