package dev.homeport.definition.record;

import java.util.regex.Pattern;

/** Whether a segment of a path is a value, by how it looks. Stateless. */
final class IdText {

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  /** Of digests and ObjectIds. */
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{12,}");

  /** Crockford's alphabet, 26 characters. */
  private static final Pattern ULID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}");

  /** {@code P-7}, {@code ORD-2026-0001}. */
  private static final Pattern NUMBERED = Pattern.compile("[A-Z]{1,6}(-[0-9]+)+");

  /** {@code cus_9s6XKzkNRiz8i3}. */
  private static final Pattern PREFIXED = Pattern.compile("[a-z]{1,10}_[A-Za-z0-9]{8,}");

  /** Of random letters and digits, as {@code V1StGXR8_Z5jdHi6B-myT}. */
  private static final Pattern RANDOM = Pattern.compile("[A-Za-z0-9_-]{16,}");

  private static final Pattern MAIL = Pattern.compile("[^@]+@[^@]+\\.[^@]+");

  private IdText() {}

  /** Whether it is the value of a variable: a number, date, UUID, digest, ULID, {@code P-7}. */
  static boolean isId(String segment) {
    boolean hasDigit = segment.chars().anyMatch(c -> c >= '0' && c <= '9');
    return (hasDigit
            && (NUMBER.matcher(segment).matches()
                || isDate(segment)
                || UUID.matcher(segment).matches()
                || HEX.matcher(segment).matches()
                || ULID.matcher(segment).matches()
                || NUMBERED.matcher(segment).matches()
                || PREFIXED.matcher(segment).matches()
                || isRandom(segment)))
        || MAIL.matcher(segment).matches();
  }

  static boolean isDate(String segment) {
    return DATE.matcher(segment).matches();
  }

  /** Words with hyphens have one case of letters; what is random has both, among its digits. */
  private static boolean isRandom(String segment) {
    return RANDOM.matcher(segment).matches()
        && segment.chars().anyMatch(Character::isUpperCase)
        && segment.chars().anyMatch(Character::isLowerCase);
  }
}
