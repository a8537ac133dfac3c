package dev.homeport.engine.regex;

import dev.homeport.diagnostic.SyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A compiled regular expression: RE2/J's linear time, or java.util.regex under a time limit where
 * look-around or back-references need it. Immutable, safe to share; equal when written alike.
 */
public final class TextPattern {

  /** Longest time that an expression with look-around or back-references may take. */
  static final long LIMIT_NANOS = 100_000_000;

  /** So many steps take some ten megabytes. */
  private static final long LARGEST = 100_000;

  private static final int LONGEST_SHOWN = 200;

  private final String text;
  private final boolean ignoreCase;
  private final com.google.re2j.@Nullable Pattern linear;
  private final @Nullable Pattern limited;

  private TextPattern(
      String text,
      boolean ignoreCase,
      com.google.re2j.@Nullable Pattern linear,
      @Nullable Pattern limited) {
    this.text = text;
    this.ignoreCase = ignoreCase;
    this.linear = linear;
    this.limited = limited;
  }

  /**
   * Compiles an expression.
   *
   * @throws SyntaxException when neither RE2/J nor java.util.regex takes it, with the offset in the
   *     text
   */
  public static TextPattern compile(String text, boolean ignoreCase) throws SyntaxException {
    if (new PatternSize(text).estimate() > LARGEST) {
      throw new SyntaxException(
          "'" + shown(text) + "' is not a regular expression: it repeats too often",
          "written out, its repetitions may have " + LARGEST + " steps");
    }
    try {
      int flags = ignoreCase ? com.google.re2j.Pattern.CASE_INSENSITIVE : 0;
      return new TextPattern(text, ignoreCase, com.google.re2j.Pattern.compile(text, flags), null);
    } catch (com.google.re2j.PatternSyntaxException e) {
      return new TextPattern(text, ignoreCase, null, compileLimited(text, ignoreCase));
    } catch (StackOverflowError e) {
      throw tooDeep(text);
    }
  }

  private static Pattern compileLimited(String text, boolean ignoreCase) throws SyntaxException {
    try {
      return Pattern.compile(
          text, ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
    } catch (PatternSyntaxException e) {
      int offset = Math.min(Math.max(e.getIndex(), 0), text.length());
      throw new SyntaxException(
          "'" + shown(text) + "' is not a regular expression: " + inWords(e.getDescription()),
          null,
          offset);
    } catch (StackOverflowError e) {
      throw tooDeep(text);
    }
  }

  private static SyntaxException tooDeep(String text) {
    return new SyntaxException(
        "'" + shown(text) + "' is not a regular expression: it nests too deeply");
  }

  private static String shown(String text) {
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }

  private static String inWords(String description) {
    return description.startsWith("Stack overflow")
        ? "it nests too deeply"
        : Character.toLowerCase(description.charAt(0)) + description.substring(1);
  }

  /**
   * Whether the whole value matches; false when the time limit of 100 ms or the stack ends first.
   */
  public boolean matches(String value) {
    if (linear != null) {
      return linear.matches(value);
    }
    return Boolean.TRUE.equals(limited(value, java.util.regex.Matcher::matches));
  }

  /**
   * The groups of the first find anywhere in the value, group 0 first, an unset group null; null
   * when none is found, or when the time limit or the stack ends first.
   */
  public @Nullable List<@Nullable String> find(String value) {
    if (linear != null) {
      com.google.re2j.Matcher matcher = linear.matcher(value);
      return matcher.find() ? groups(matcher.groupCount(), matcher::group) : null;
    }
    return limited(
        value, matcher -> matcher.find() ? groups(matcher.groupCount(), matcher::group) : null);
  }

  /** Whether it takes time in proportion to the value, whatever that is: no lookahead, no \\1. */
  public boolean isLinear() {
    return linear != null;
  }

  /** How many capturing groups the expression has. */
  public int groupCount() {
    if (linear != null) {
      return linear.groupCount();
    }
    return limited == null ? 0 : limited.matcher("").groupCount();
  }

  private <T> @Nullable T limited(
      String value, Function<java.util.regex.Matcher, @Nullable T> work) {
    if (limited == null) {
      throw new IllegalStateException("no expression: " + text);
    }
    try {
      return work.apply(limited.matcher(new TimedText(value, System.nanoTime() + LIMIT_NANOS)));
    } catch (TimedText.Expired | StackOverflowError e) {
      return null;
    }
  }

  private static List<@Nullable String> groups(
      int count, Function<Integer, @Nullable String> group) {
    List<@Nullable String> groups = new ArrayList<>(count + 1);
    for (int i = 0; i <= count; i++) {
      groups.add(group.apply(i));
    }
    return Collections.unmodifiableList(groups);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextPattern that
        && text.equals(that.text)
        && ignoreCase == that.ignoreCase;
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The expression as written. */
  @Override
  public String toString() {
    return text;
  }
}
