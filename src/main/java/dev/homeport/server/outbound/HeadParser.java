package dev.homeport.server.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.homeport.engine.answer.HeaderText;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects the head of one answer and takes it apart (RFC 9112, 2.2, 4 and 5). Lines may end
 * without CR, and lines may be folded. Its steps follow each other.
 */
final class HeadParser {

  /** Bytes of a head. */
  private static final int MOST = 256 * 1024;

  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/1\\.(\\d) ([1-9]\\d\\d)(?: ([^\\x00-\\x08\\x0A-\\x1F\\x7F]*))?");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private boolean lineIsEmpty = true;
  private boolean hasLine;

  /** Whether nothing has come yet. */
  boolean isUntouched() {
    return bytes.size() == 0;
  }

  /**
   * Takes what has come, up to the end of the head.
   *
   * @return the head, or null when it goes on
   */
  @Nullable ResponseHead take(ByteBuffer raw) throws BrokenAnswerException {
    while (raw.hasRemaining()) {
      byte next = raw.get();
      bytes.write(next);
      if (next == '\n') {
        if (lineIsEmpty && hasLine) {
          return parsed();
        }
        hasLine |= !lineIsEmpty;
        lineIsEmpty = true;
      } else if (next != '\r') {
        lineIsEmpty = false;
      }
      if (bytes.size() > MOST) {
        throw new BrokenAnswerException("sent a head of more than " + MOST + " bytes");
      }
    }
    return null;
  }

  private ResponseHead parsed() throws BrokenAnswerException {
    List<String> lines = lines();
    Matcher status = STATUS_LINE.matcher(lines.get(0));
    if (!status.matches()) {
      throw new BrokenAnswerException("sent no status line of HTTP/1.1");
    }
    List<Field> fields = new ArrayList<>(lines.size());
    for (String line : lines.subList(1, lines.size())) {
      fields.add(field(line));
    }
    return new ResponseHead(
        status.group(1).equals("0"),
        Integer.parseInt(status.group(2)),
        status.group(3) == null ? "" : status.group(3).strip(),
        Headers.of(fields));
  }

  /** Without their ends; a folded one is one (RFC 9112, 5.2). */
  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String line : bytes.toString(ISO_8859_1).split("\r?\n", -1)) {
      boolean isFolded = line.startsWith(" ") || line.startsWith("\t");
      if (isFolded && lines.size() > 1) {
        int last = lines.size() - 1;
        lines.set(last, lines.get(last).stripTrailing() + " " + line.strip());
      } else if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static Field field(String line) throws BrokenAnswerException {
    int colon = line.indexOf(':');
    String name = colon < 0 ? "" : line.substring(0, colon).stripTrailing();
    String value = line.substring(colon + 1).strip();
    if (!HeaderText.isToken(name) || HeaderText.fault(value) != null) {
      throw new BrokenAnswerException("sent a header that is none");
    }
    return new Field(name, value);
  }
}
