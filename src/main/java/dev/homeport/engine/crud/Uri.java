package dev.homeport.engine.crud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Parts of URIs, so that they may stand in a header (RFC 3986). Stateless. */
final class Uri {

  private Uri() {}

  /** One segment of a path, or one name or value of a query. */
  static String segment(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  /** A raw path; what may not stand in one, although clients send it, is escaped. */
  static String asciiPath(String rawPath) {
    StringBuilder path = new StringBuilder();
    rawPath
        .codePoints()
        .forEach(
            c -> {
              boolean isPlain = c > ' ' && c < 0x7F && "\"<>\\^`{|}".indexOf(c) < 0;
              String text = Character.toString(c);
              path.append(isPlain ? text : segment(text));
            });
    return path.toString();
  }
}
