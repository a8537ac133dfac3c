package dev.homeport.server.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.homeport.diagnostic.VisibleText;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request that is no HTTP/1.1 (RFC 9112, 2 to 5), as far as it is known.
 *
 * @param requestLine control characters escaped, cut; empty when it is not known
 * @param reason what is wrong, a sentence
 */
public record UnreadableHead(String requestLine, String reason) {

  /** How much of a head is looked at: enough for a request line and the first fields. */
  static final int KNOWN_BYTES = 256;

  private static final int SHOWN = 120;
  private static final int TLS_HANDSHAKE = 0x16;
  private static final int TLS_MAJOR = 3;

  private static final Pattern METHOD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}");
  private static final Pattern VERSION = Pattern.compile("HTTP/1\\.[01]");
  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern BARE_LINE_FEED = Pattern.compile("(?<!\\r)\\n");
  private static final Pattern LENGTH = Pattern.compile("[^:]+:[\\t ]*[0-9]{1,18}[\\t ]*");
  private static final Pattern FIELD =
      Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\\t\\x20-\\x7e\\x80-\\xff]*");

  /**
   * Says what is wrong with a head that Undertow refused.
   *
   * @param start the first {@link #KNOWN_BYTES} bytes that were read, or all when there are less
   * @param word of Undertow, empty when it had none
   */
  static UnreadableHead of(byte[] start, String word) {
    if (start.length > 1 && start[0] == TLS_HANDSHAKE && start[1] == TLS_MAJOR) {
      return new UnreadableHead(
          "a TLS handshake",
          "This port speaks HTTP, not HTTPS: write http:// instead of https://.");
    }
    String text = new String(start, ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    String head = end < 0 ? text : text.substring(0, end);
    List<String> all = head.lines().toList();
    boolean isCut = end < 0 && start.length == KNOWN_BYTES && all.size() > 1;
    List<String> lines = isCut ? all.subList(0, all.size() - 1) : all;
    String requestLine = lines.isEmpty() ? "" : lines.get(0);
    String reason = word.isEmpty() ? reason(head, lines) : hostReason(word);
    return new UnreadableHead(VisibleText.of(requestLine, SHOWN), reason);
  }

  /** Whether the answer must have no body (RFC 9110, 9.3.2). */
  boolean isHead() {
    return requestLine.startsWith("HEAD ");
  }

  private static String hostReason(String word) {
    return switch (word) {
      case "No Host Header" -> "The request has no Host field (RFC 9112, 3.2).";
      case "Only One Host Header Allowed" ->
          "The request has more than one Host field (RFC 9112, 3.2).";
      case "URI Host Header NO MATCH" ->
          "The request target and the Host field name different hosts (RFC 9112, 3.2.2).";
      default -> "The Host field is no host and port (RFC 9110, 7.2).";
    };
  }

  private static String reason(String head, List<String> lines) {
    if (head.startsWith("PRI * HTTP/2.0")) {
      return "HTTP/2 is not spoken here: use HTTP/1.1.";
    }
    if (BARE_LINE_FEED.matcher(head).find()) {
      return "A line ends without a carriage return before its line feed (RFC 9112, 2.2).";
    }
    String known = lines.isEmpty() ? null : requestLineReason(lines.get(0));
    for (int i = 1; known == null && i < lines.size(); i++) {
      known = fieldReason(lines.get(i));
    }
    known = known == null ? framingReason(lines) : known;
    return known == null
        ? "The head of the request is not HTTP/1.1, or has more than 200 fields or 1 MiB."
        : known;
  }

  /** RFC 9112, 6.1 to 6.3: what is no clear framing may hide a second request. */
  private static @Nullable String framingReason(List<String> lines) {
    List<String> lengths = lines.stream().filter(line -> isField(line, "content-length:")).toList();
    boolean isChunked = lines.stream().anyMatch(line -> isField(line, "transfer-encoding:"));
    if (lengths.isEmpty()) {
      return null;
    }
    if (isChunked) {
      return "The request has both Content-Length and Transfer-Encoding (RFC 9112, 6.1).";
    }
    if (lengths.size() > 1) {
      return "The request has more than one Content-Length (RFC 9112, 6.3).";
    }
    return LENGTH.matcher(lengths.get(0)).matches()
        ? null
        : "The line " + shown(lengths.get(0)) + " is no length (RFC 9110, 8.6).";
  }

  private static boolean isField(String line, String name) {
    return line.regionMatches(true, 0, name, 0, name.length());
  }

  private static @Nullable String requestLineReason(String line) {
    if (line.isEmpty()) {
      return "The request line is empty.";
    }
    String[] words = line.split(" ", -1);
    if (!METHOD.matcher(words[0]).matches()) {
      return "The method " + shown(words[0]) + " is none (RFC 9110, 9.1).";
    }
    if (words.length < 2 || words[1].isEmpty()) {
      return "The request line has no target (RFC 9112, 3).";
    }
    if (BAD_ESCAPE.matcher(words[1]).find()) {
      return "The target "
          + shown(words[1])
          + " has a % without two hexadecimal digits after it; a percent sign is %25.";
    }
    if (!words[1].startsWith("/") && !words[1].equals("*") && words[1].indexOf(':') < 0) {
      return "The target " + shown(words[1]) + " does not begin with a slash.";
    }
    if (words.length > 2 && !VERSION.matcher(words[2]).matches()) {
      return "The protocol " + shown(words[2]) + " is not HTTP/1.1; a space in a target is %20.";
    }
    return null;
  }

  private static @Nullable String fieldReason(String line) {
    if (line.isEmpty() || FIELD.matcher(line).matches()) {
      return null;
    }
    return line.startsWith(" ") || line.startsWith("\t")
        ? "The line " + shown(line) + " begins with white space (RFC 9112, 5.2)."
        : "The line " + shown(line) + " is not NAME: VALUE (RFC 9112, 5).";
  }

  private static String shown(String text) {
    return "'" + VisibleText.of(text, SHOWN) + "'";
  }
}
