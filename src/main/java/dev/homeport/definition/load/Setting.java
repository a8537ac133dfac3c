package dev.homeport.definition.load;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.answer.Delay;
import dev.homeport.engine.journal.JournalLimits;
import dev.homeport.engine.template.TimeExpression;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything that can be set: on the command line ({@code --max-body}), in the environment ({@code
 * HOMEPORT_MAX_BODY}) and, if {@link #inFile()}, in {@code homeport.yaml} ({@code max-body}).
 * Values are texts here; each knows how to check its own.
 */
public enum Setting {
  PORT("port", true) {
    @Override
    public void check(String value) throws SyntaxException {
      if (!value.equals(AUTO) && !isNumber(value, 65_535)) {
        throw wrong(value, "auto or a number from 0 to 65535");
      }
    }
  },
  /** Only in the file: it makes the sub-folder that it lies in a service, and names it. */
  SERVICE("service", true) {
    @Override
    public void check(String value) throws SyntaxException {
      if (!SERVICE_NAME.matcher(value).matches() || value.equals("homeport")) {
        throw wrong(value, "the name of a service, like users or user-api (not homeport)");
      } else if (value.endsWith("-localhost")) {
        throw new SyntaxException(
            "'" + value + "' would make the variable of another name", "leave out -localhost");
      }
    }
  },
  HOST("host", false) {
    @Override
    public void check(String value) throws SyntaxException {
      if (value.isBlank()) {
        throw wrong(value, "an address to listen on");
      }
    }
  },
  ALLOW_HOST("allow-host", false) {
    @Override
    public void check(String value) throws SyntaxException {
      for (String name : list(value)) {
        if (!HOST_NAME.matcher(name).matches()) {
          throw wrong(name, "a host name like mocks.test, *.mocks.test, or * for all (no port)");
        }
      }
    }
  },
  CORS("cors", false) {
    @Override
    public void check(String value) throws SyntaxException {
      List<String> origins = list(value);
      if (origins.size() == 1 && CORS_WORDS.contains(value.strip())) {
        return;
      }
      for (String origin : origins) {
        if (!ORIGIN.matcher(origin).matches()) {
          throw wrong(origin, "local, any, none, or an origin like https://app.test:8443");
        }
      }
    }
  },
  ALLOW_OUTBOUND("allow-outbound", false) {
    @Override
    public void check(String value) throws SyntaxException {
      for (String target : list(value)) {
        if (!isTarget(target)) {
          throw wrong(
              target,
              "a host like api.example.com, localhost:3000, *.example.com, * for all public ones,"
                  + " or addresses like 10.0.0.0/8");
        }
      }
    }
  },
  ADMIN_TOKEN("admin-token", false) {
    @Override
    public void check(String value) throws SyntaxException {
      if (!TOKEN.matcher(value).matches()) {
        // It is a secret: not even a wrong one is shown.
        throw new SyntaxException("it is not 8 or more letters, digits or signs without spaces");
      }
    }
  },
  PORT_FILE("port-file", true) {
    @Override
    public void check(String value) throws SyntaxException {
      checkFile(value);
    }
  },
  ENV_FILE("env-file", true) {
    @Override
    public void check(String value) throws SyntaxException {
      checkFile(value);
    }
  },
  STRICT("strict", true) {
    @Override
    public void check(String value) throws SyntaxException {
      checkFlag(value);
    }
  },
  DELAY("delay", true) {
    @Override
    public void check(String value) throws SyntaxException {
      Delay.parse(value);
    }
  },
  SEED("seed", true) {
    @Override
    public void check(String value) throws SyntaxException {
      try {
        Long.parseLong(value);
      } catch (NumberFormatException e) {
        throw wrong(value, "a whole number");
      }
    }
  },
  CLOCK("clock", true) {
    @Override
    public void check(String value) throws SyntaxException {
      instant(value);
    }
  },
  MAX_BODY("max-body", true) {
    @Override
    public void check(String value) throws SyntaxException {
      bytes(value);
    }
  },
  BODY_TIMEOUT("body-timeout", true) {
    @Override
    public void check(String value) throws SyntaxException {
      if (Delay.duration(value).isZero()) {
        throw wrong(value, "a time like 60s");
      }
    }
  },
  JOURNAL_ENTRIES("journal-entries", true) {
    @Override
    public void check(String value) throws SyntaxException {
      if (!isNumber(value, JournalLimits.MAX_ENTRIES) || Integer.parseInt(value) == 0) {
        throw wrong(value, "a number of requests from 1 to " + JournalLimits.MAX_ENTRIES);
      }
    }
  },
  JOURNAL_BYTES("journal-bytes", true) {
    @Override
    public void check(String value) throws SyntaxException {
      if (bytes(value) == 0) {
        throw wrong(value, "a size like 64MiB, at least 1 byte");
      }
    }
  },
  VERBOSE("verbose", true) {
    @Override
    public void check(String value) throws SyntaxException {
      checkFlag(value);
    }
  },
  QUIET("quiet", true) {
    @Override
    public void check(String value) throws SyntaxException {
      checkFlag(value);
    }
  },
  JSON("json", true) {
    @Override
    public void check(String value) throws SyntaxException {
      checkFlag(value);
    }
  },
  WATCH("watch", true) {
    @Override
    public void check(String value) throws SyntaxException {
      checkFlag(value);
    }
  },
  /** Not in the file: a folder from elsewhere must not make this program write into it. */
  SAVE_DATA("save-data", false) {
    @Override
    public void check(String value) throws SyntaxException {
      checkFlag(value);
    }
  },
  /** Only in the file: it changes what the routes mean. */
  PREFER("prefer", true) {
    @Override
    public void check(String value) throws SyntaxException {
      checkFlag(value);
    }
  },
  /** Only in the file: it changes what the routes mean. */
  TRAILING_SLASH("trailingSlash", true) {
    @Override
    public void check(String value) throws SyntaxException {
      if (!value.equals(IGNORE) && !value.equals("strict")) {
        throw wrong(value, "strict or ignore");
      }
    }
  };

  /** The port when nobody chose: 49342 if it is free, else a free one. */
  static final String AUTO = "auto";

  static final String IGNORE = "ignore";

  private static final Set<String> CORS_WORDS = Set.of("local", "any", "none");

  /** RFC 6454, 6.2, or {@code null}, which pages without an origin send. */
  private static final Pattern ORIGIN =
      Pattern.compile(
          "null|[a-zA-Z][a-zA-Z0-9+.-]*://(\\[[0-9a-fA-F:.]+]|[^/\\s:@,]+)(:[0-9]{1,5})?");

  private static final Pattern SERVICE_NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private static final Pattern TOKEN = Pattern.compile("[!-~]{8,1000}");

  private static final Pattern HOST_NAME =
      Pattern.compile("\\*|(\\*\\.)?[A-Za-z0-9_.-]+|\\[[0-9a-fA-F:.]+]");

  /** A name, *, or an IPv6 address in brackets, each with a port or not. */
  private static final Pattern TARGET =
      Pattern.compile("(\\*|(\\*\\.)?[A-Za-z0-9_.-]+|\\[[0-9a-fA-F:.]+])(:([0-9]{1,5}))?");

  /** Addresses that begin alike. */
  private static final Pattern RANGE =
      Pattern.compile(
          "[0-9]{1,3}(\\.[0-9]{1,3}){3}(/(3[0-2]|[12]?[0-9]))?"
              + "|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))?");

  /** Largest size that can be set: what an array holds. */
  private static final long MAX_BYTES = Integer.MAX_VALUE - 64L;

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

  /** Whether it names a file that the program writes. */
  boolean isWrittenFile() {
    return this == PORT_FILE || this == ENV_FILE;
  }

  /** Whether it is an option of the command line and has a variable in the environment. */
  public boolean isOption() {
    return this != TRAILING_SLASH && this != PREFER && this != SERVICE;
  }

  /** Whether a service may set it for itself; else it is of the program as a whole. */
  boolean isOfService() {
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
  public abstract void check(String value) throws SyntaxException;

  /** {@code 2026-01-02T03:04:05Z}, with another offset, without one (UTC), or a date alone. */
  static Instant instant(String value) throws SyntaxException {
    boolean isDate = value.indexOf('-') > 0 && Character.isDigit(value.charAt(0));
    Instant instant = isDate ? TimeExpression.parse(value, Instant.EPOCH) : null;
    if (instant == null) {
      throw wrong(value, "an instant like 2026-01-31T12:00:00Z");
    }
    return instant;
  }

  /** {@code a,b} as its items. */
  static List<String> list(String value) {
    return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
  }

  /** {@code 64MiB}, {@code 10MB} or plain bytes, at most 2 GiB. */
  static long bytes(String value) throws SyntaxException {
    BigDecimal size =
        isNumber(value, MAX_BYTES) ? new BigDecimal(value) : ByteSize.parse(value.strip());
    if (size == null || size.signum() < 0 || size.compareTo(BigDecimal.valueOf(MAX_BYTES)) > 0) {
      throw wrong(value, "a size like 64MiB, at most 2GiB");
    }
    return size.longValue();
  }

  private static boolean isNumber(String value, long most) {
    return value.matches("\\d{1,12}") && Long.parseLong(value) <= most;
  }

  private static boolean isTarget(String text) {
    Matcher target = TARGET.matcher(text);
    if (!target.matches()) {
      return RANGE.matcher(text).matches();
    }
    String port = target.group(4);
    return port == null || (isNumber(port, 65_535) && Integer.parseInt(port) > 0);
  }

  private static void checkFile(String value) throws SyntaxException {
    try {
      if (Path.of(value).getFileName() != null && !value.isBlank()) {
        return;
      }
    } catch (InvalidPathException e) {
      // said below
    }
    throw wrong(value, "the name of a file");
  }

  private static void checkFlag(String value) throws SyntaxException {
    if (!value.equals("true") && !value.equals("false")) {
      throw wrong(value, "true or false");
    }
  }

  private static SyntaxException wrong(String value, String expected) {
    return new SyntaxException("'" + value + "' is not " + expected);
  }
}
