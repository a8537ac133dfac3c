package dev.homeport.engine.http;

/**
 * A request's target, its fields and those of its response as one text: two objects for the
 * collector where there were dozens, and two bytes of waste a field. Immutable.
 *
 * <p>Lines end what stands on them: no target, name or value of HTTP has a line feed in it (RFC
 * 9110, 5.5), and none is written here by anything but HTTP.
 */
public final class WrittenHead {

  private final String text;
  private final int targetLength;
  private final int requestFields;
  private final int responseStart;
  private final int responseFields;

  /** Writes them down. */
  public WrittenHead(String target, Headers request, Headers response) {
    String[] lines = new String[1 + 2 * (request.size() + response.size())];
    lines[0] = target;
    this.targetLength = target.length();
    this.requestFields = request.size();
    this.responseStart = targetLength + 1 + write(request, lines, 1);
    this.responseFields = response.size();
    write(response, lines, 1 + 2 * requestFields);
    this.text = String.join("\n", lines);
  }

  /** The characters that it takes, line feeds included. */
  private static int write(Headers headers, String[] lines, int at) {
    int length = 0;
    for (int i = 0; i < headers.size(); i++) {
      Headers.Field field = headers.field(i);
      lines[at + 2 * i] = field.name();
      lines[at + 2 * i + 1] = field.value();
      length += field.name().length() + field.value().length() + 2;
    }
    return length;
  }

  /** The target as it was written. */
  public String target() {
    return text.substring(0, targetLength);
  }

  /** All of it. The target is its beginning. */
  public String text() {
    return text;
  }

  /** Characters of the target up to its query. */
  public int pathLength() {
    for (int i = 0; i < targetLength; i++) {
      if (text.charAt(i) == '?') {
        return i;
      }
    }
    return targetLength;
  }

  public Headers request() {
    return new WrittenHeaders(text, targetLength + 1, requestFields);
  }

  public Headers response() {
    return new WrittenHeaders(text, responseStart, responseFields);
  }

  /** Characters of all of it; a byte each unless there is one beyond ISO 8859-1. */
  public int length() {
    return text.length();
  }
}
