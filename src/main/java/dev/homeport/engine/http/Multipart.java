package dev.homeport.engine.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads multipart/form-data (RFC 7578, RFC 2046 5.1). Forgiving: lines may end in LF alone, the
 * last boundary may be missing; a part without a name is passed over. At most 1,000 parts are read.
 */
final class Multipart {

  private static final int MAX_PARTS = 1000;
  private static final int MAX_HEADER_BYTES = 16 << 10;

  private final byte[] body;
  private final byte[] delimiter;

  private Multipart(byte[] body, byte[] delimiter) {
    this.body = body;
    this.delimiter = delimiter;
  }

  static List<Part> parse(byte[] body, @Nullable String boundary) {
    if (boundary == null || boundary.isEmpty()) {
      return List.of();
    }
    return new Multipart(body, ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1)).parts();
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    int boundary = nextBoundary(0);
    while (boundary >= 0 && parts.size() < MAX_PARTS) {
      int start = lineEnd(boundary + delimiter.length);
      if (isDashed(boundary + delimiter.length) || start < 0) {
        return parts;
      }
      int next = nextBoundary(start);
      Part part = part(start, next < 0 ? body.length : next);
      if (part != null) {
        parts.add(part);
      }
      boundary = next;
    }
    return parts;
  }

  /** The next line that begins with the delimiter, or -1. */
  private int nextBoundary(int from) {
    for (int i = from; i <= body.length - delimiter.length; i++) {
      boolean lineStart = i == 0 || body[i - 1] == '\n';
      if (lineStart
          && endsThere(i + delimiter.length)
          && Arrays.equals(body, i, i + delimiter.length, delimiter, 0, delimiter.length)) {
        return i;
      }
    }
    return -1;
  }

  /** A line that only begins with the delimiter is the boundary of another multipart, or data. */
  private boolean endsThere(int at) {
    return at == body.length || " \t\r\n".indexOf(body[at]) >= 0 || isDashed(at);
  }

  private boolean isDashed(int at) {
    return at + 1 < body.length && body[at] == '-' && body[at + 1] == '-';
  }

  /** The index after the next LF, or -1. */
  private int lineEnd(int from) {
    for (int i = from; i < body.length; i++) {
      if (body[i] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private @Nullable Part part(int start, int end) {
    MediaType disposition = null;
    MediaType type = null;
    int at = start;
    while (true) {
      int next = lineEnd(at);
      if (next < 0 || next > end || next - start > MAX_HEADER_BYTES) {
        return null;
      }
      String line = new String(body, at, next - at, StandardCharsets.UTF_8).strip();
      at = next;
      if (line.isEmpty()) {
        break;
      }
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-disposition:")) {
        disposition = MediaType.parse(line.substring(line.indexOf(':') + 1));
      } else if (lower.startsWith("content-type:")) {
        type = MediaType.parse(line.substring(line.indexOf(':') + 1));
      }
    }
    String name = disposition == null ? null : disposition.parameter("name");
    if (disposition == null || name == null) {
      return null;
    }
    byte[] content = Arrays.copyOfRange(body, at, Math.max(at, withoutLineEnd(end)));
    return new Part(
        name, filename(disposition), type == null ? "text/plain" : type.essence(), content);
  }

  private static @Nullable String filename(MediaType disposition) {
    String extended = disposition.parameter("filename*");
    if (extended != null && extended.regionMatches(true, 0, "UTF-8''", 0, 7)) {
      return PercentDecoder.form(extended.substring(7).replace("+", "%2B"));
    }
    return disposition.parameter("filename");
  }

  /** The line end before a boundary belongs to the boundary. */
  private int withoutLineEnd(int end) {
    int at = end;
    if (end < body.length && at > 0 && body[at - 1] == '\n') {
      at--;
      if (at > 0 && body[at - 1] == '\r') {
        at--;
      }
    }
    return at;
  }
}
