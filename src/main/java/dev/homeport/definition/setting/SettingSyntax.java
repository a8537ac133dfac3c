package dev.homeport.definition.setting;

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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the values of {@link Setting settings} are spelled. Each method throws for a text that is not
 * one of its kind, saying what was found and what to write. Stateless.
 */
final class SettingSyntax {

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

  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";

  /** Addresses that begin alike. */
  private static final Pattern RANGE =
      Pattern.compile(
          "OCTET(\\.OCTET){3}(/(3[0-2]|[12]?[0-9]))?".replace("OCTET", OCTET)
              + "|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))?");

  /** Largest size that can be set: what an array holds. */
  private static final long MAX_BYTES = Integer.MAX_VALUE - 64L;

  private SettingSyntax() {}

  static void port(String value) throws SyntaxException {
    if (!value.equals(Setting.AUTO) && !isNumber(value, 65_535)) {
      throw wrong(value, "auto or a number from 0 to 65535");
    }
  }

  static void service(String value) throws SyntaxException {
    if (!SERVICE_NAME.matcher(value).matches() || value.equals("homeport")) {
      throw wrong(value, "the name of a service, like users or user-api (not homeport)");
    } else if (value.endsWith("-localhost")) {
      throw new SyntaxException(
          "'" + value + "' would make the variable of another name", "leave out -localhost");
    }
  }

  static void address(String value) throws SyntaxException {
    if (value.isBlank()) {
      throw wrong(value, "an address to listen on");
    }
  }

  static void hostNames(String value) throws SyntaxException {
    for (String name : list(value)) {
      if (!HOST_NAME.matcher(name).matches()) {
        throw wrong(name, "a host name like mocks.test, *.mocks.test, or * for all (no port)");
      }
    }
  }

  static void origins(String value) throws SyntaxException {
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

  static void targets(String value) throws SyntaxException {
    for (String target : list(value)) {
      if (!isTarget(target)) {
        throw wrong(
            target,
            "a host like api.example.com, localhost:3000, *.example.com, * for all public ones,"
                + " or addresses like 10.0.0.0/8");
      }
    }
  }

  private static boolean isTarget(String text) {
    Matcher target = TARGET.matcher(text);
    if (!target.matches()) {
      return RANGE.matcher(text).matches();
    }
    String port = target.group(4);
    return port == null || (isNumber(port, 65_535) && Integer.parseInt(port) > 0);
  }

  static void token(String value) throws SyntaxException {
    if (!TOKEN.matcher(value).matches()) {
      // It is a secret: not even a wrong one is shown.
      throw new SyntaxException("it is not 8 or more letters, digits or signs without spaces");
    }
  }

  static void file(String value) throws SyntaxException {
    try {
      if (Path.of(value).getFileName() != null && !value.isBlank()) {
        return;
      }
    } catch (InvalidPathException e) {
      // said below
    }
    throw wrong(value, "the name of a file");
  }

  static void flag(String value) throws SyntaxException {
    if (!value.equals("true") && !value.equals("false")) {
      throw wrong(value, "true or false");
    }
  }

  static void wholeNumber(String value) throws SyntaxException {
    try {
      Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw wrong(value, "a whole number");
    }
  }

  /** {@code 2026-01-02T03:04:05Z}, with another offset, without one (UTC), or a date alone. */
  static Instant instant(String value) throws SyntaxException {
    boolean isDate = value.indexOf('-') > 0 && Character.isDigit(value.charAt(0));
    Instant instant = isDate ? TimeExpression.parse(value, Instant.EPOCH) : null;
    if (instant == null) {
      throw wrong(value, "an instant like 2026-01-31T12:00:00Z");
    }
    return instant;
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

  static void someBytes(String value) throws SyntaxException {
    if (bytes(value) == 0) {
      throw wrong(value, "a size like 64MiB, at least 1 byte");
    }
  }

  static void requests(String value) throws SyntaxException {
    if (!isNumber(value, JournalLimits.MAX_ENTRIES) || Integer.parseInt(value) == 0) {
      throw wrong(value, "a number of requests from 1 to " + JournalLimits.MAX_ENTRIES);
    }
  }

  static void time(String value) throws SyntaxException {
    if (Delay.duration(value).isZero()) {
      throw wrong(value, "a time like 60s");
    }
  }

  static void trailingSlash(String value) throws SyntaxException {
    if (!value.equals(Setting.IGNORE) && !value.equals("strict")) {
      throw wrong(value, "strict or ignore");
    }
  }

  /** {@code a,b} as its items. */
  static List<String> list(String value) {
    return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
  }

  private static boolean isNumber(String value, long most) {
    return value.matches("\\d{1,12}") && Long.parseLong(value) <= most;
  }

  private static SyntaxException wrong(String value, String expected) {
    return new SyntaxException("'" + value + "' is not " + expected);
  }
}
