package dev.homeport.definition.yaml;

import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The bytes of a file as text: UTF-8, and a problem with its place when they are not. */
public final class Utf8Text {

  private Utf8Text() {}

  /**
   * Decodes a file.
   *
   * @param file the name for the location
   * @param problems takes the first place that is not UTF-8
   * @return the text, a byte order mark included; null when a problem was reported
   */
  public static @Nullable String decode(String file, byte[] bytes, Collection<Problem> problems) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      problems.add(
          new Problem(Location.startOf(file), "the file is UTF-16", "save it as UTF-8", null));
      return null;
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    String decoded = text.flip().toString();
    if (!result.isError()) {
      return decoded;
    }
    problems.add(problem(file, bytes, decoded));
    return null;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  /**
   * @param before the text before the first byte that is not UTF-8
   */
  private static Problem problem(String file, byte[] bytes, String before) {
    int offset = before.getBytes(StandardCharsets.UTF_8).length;
    Location at = new YamlSource(file, before).locate(before.length());
    String line =
        new String(bytes, StandardCharsets.UTF_8)
            .lines()
            .skip(at.line() - 1L)
            .findFirst()
            .orElse("");
    return new Problem(
        at,
        String.format("the byte 0x%02X is not UTF-8", bytes[offset] & 0xFF),
        "save the file as UTF-8",
        line);
  }
}
