package dev.homeport.engine.http;

/**
 * A request's target, its fields and those of its response as one text: one object for the
 * collector where there were dozens, and two bytes of waste a field.
 *
 * <p>Each stands on a line of its own, name and value in turn; an empty line where a name would be
 * ends the fields of the request. No target, name or value of HTTP has a line feed in it (RFC 9110,
 * 5.5), no name is empty (5.1), and none is written here by anything but HTTP.
 */
public final class WrittenHead {

  private WrittenHead() {}

  /** Writes them down. */
  public static String of(String target, Headers request, Headers response) {
    int fields = request.size() + response.size();
    String[] lines = new String[fields == 0 ? 1 : 2 + 2 * fields];
    lines[0] = target;
    if (fields > 0) {
      int end = write(request, lines, 1);
      lines[end] = "";
      write(response, lines, end + 1);
    }
    return String.join("\n", lines);
  }

  private static int write(Headers headers, String[] lines, int from) {
    int at = from;
    for (int i = 0; i < headers.size(); i++) {
      Headers.Field field = headers.field(i);
      lines[at++] = field.name();
      lines[at++] = field.value();
    }
    return at;
  }

  /** The target as it was written. */
  public static String target(String text) {
    return text.substring(0, endOfLine(text, 0));
  }

  /** Characters of the target up to its query. */
  public static int pathLength(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '?' || c == '\n') {
        return i;
      }
    }
    return text.length();
  }

  /** The fields of the request. */
  public static Headers request(String text) {
    return new WrittenHeaders(text, endOfLine(text, 0) + 1);
  }

  /** The fields of the response. */
  public static Headers response(String text) {
    int name = endOfLine(text, 0) + 1;
    int end = endOfLine(text, name);
    while (end > name) {
      name = endOfLine(text, end + 1) + 1;
      end = endOfLine(text, name);
    }
    return new WrittenHeaders(text, end + 1);
  }

  /** Where the line ends that begins there; the end of the text where none does. */
  static int endOfLine(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }
}
