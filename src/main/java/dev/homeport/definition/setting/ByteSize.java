package dev.homeport.definition.setting;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sizes as people write them: {@code 1MB} is 1,000,000 bytes, {@code 1MiB} is 1,048,576. */
public final class ByteSize {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?) ?([a-z]+)");

  private static final Map<String, Long> UNITS =
      Map.of(
          "b", 1L,
          "kb", 1_000L,
          "mb", 1_000_000L,
          "gb", 1_000_000_000L,
          "kib", 1L << 10,
          "mib", 1L << 20,
          "gib", 1L << 30);

  private ByteSize() {}

  /** The number of bytes, or null when the text is no size with a unit. */
  public static @Nullable BigDecimal parse(String text) {
    Matcher matcher = TEXT.matcher(text.toLowerCase(Locale.ROOT));
    Long unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
    return unit == null
        ? null
        : new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
  }
}
