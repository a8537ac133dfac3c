package dev.homeport.definition.yaml;

import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Problems;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads YAML 1.2 into a located tree. Has no state; safe to share. */
public final class YamlReader {

  /** Largest text read, in bytes of UTF-8: 16 MiB. */
  public static final int MAX_BYTES = 16 << 20;

  /** {@code \\U} and eight digits. */
  private static final int LONGEST_ESCAPE = 10;

  /** YAML 1.2 allows it in a text; the parser turns it into a line break silently (3.0.1). */
  private static final int NEXT_LINE = 0x85;

  /**
   * Reads one document. Never throws, whatever the text is.
   *
   * @param file the name for locations
   * @param text the whole text
   * @param problems takes every mistake: a syntax error (which hides the rest), duplicate keys,
   *     numbers that YAML would change silently, a second document, too much depth or too many
   *     nodes
   * @return the tree, as much of it as could be read; null when there is nothing in the file or a
   *     syntax error
   */
  public @Nullable YamlNode read(String file, String text, Problems problems) {
    if (isTooLarge(text)) {
      problems.add(
          Location.startOf(file),
          "the file is larger than " + (MAX_BYTES >> 20) + " MiB",
          "split it, or keep large data in a file of its own that a route names");
      return null;
    }
    YamlSource source = new YamlSource(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
    Mistake unreadable = unreadableCharacter(source.text());
    if (unreadable != null) {
      report(unreadable, source, problems);
      return null;
    }
    return parse(source, problems);
  }

  private static @Nullable YamlNode parse(YamlSource source, Problems problems) {
    EventStream events = new EventStream(source);
    TreeBuilder builder = new TreeBuilder(source, events, problems);
    try {
      return document(source, events, builder, problems);
    } catch (AbandonedException e) {
      report(e.reason(), source, problems);
    } catch (MarkedYamlEngineException e) {
      Mistake mistake = new SyntaxAdvice(source, events, builder.templates()).explain(e);
      if (mistake != null) {
        report(mistake, source, problems);
      }
    } catch (RuntimeException e) {
      report(parserSlip(source.text(), e), source, problems);
    }
    return null;
  }

  /** The parser stumbles over an escape that the end of the file cuts off (3.0.1). */
  private static Mistake parserSlip(String text, RuntimeException slip) {
    int backslash = text.lastIndexOf('\\');
    return backslash >= 0 && text.length() - backslash <= LONGEST_ESCAPE
        ? new Mistake(backslash, "the file ends inside of an escape", "close the double quotes")
        : new Mistake(0, "this file cannot be read as YAML: " + slip.getMessage(), null);
  }

  private static @Nullable YamlNode document(
      YamlSource source, EventStream events, TreeBuilder builder, Problems problems)
      throws AbandonedException {
    events.next();
    if (events.nextIs(Event.ID.StreamEnd)) {
      return null;
    }
    checkVersion((DocumentStartEvent) events.next(), source, problems);
    YamlNode node = builder.document();
    events.next();
    if (events.nextIs(Event.ID.DocumentStart)) {
      problems.add(
          source.locate(events.start(events.peek())),
          "a second document begins here, a file holds one",
          "put it into a file of its own");
    }
    boolean nothing = node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.EMPTY;
    return nothing ? null : node;
  }

  private static void checkVersion(DocumentStartEvent start, YamlSource source, Problems problems) {
    start
        .getSpecVersion()
        .filter(version -> version.getMinor() < 2)
        .ifPresent(
            version ->
                problems.add(
                    source.locate(start.getStartMark().orElseThrow()),
                    "this file asks for YAML 1." + version.getMinor() + ", it is read as YAML 1.2",
                    "leave the line out"));
  }

  private static void report(Mistake mistake, YamlSource source, Problems problems) {
    problems.add(source.locate(mistake.offset()), mistake.message(), mistake.hint());
  }

  private static boolean isTooLarge(String text) {
    if (text.length() <= MAX_BYTES / 3) {
      return false;
    }
    return text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
  }

  /** What must not stand in a file at all (YAML 1.2.2, 5.1). */
  private static @Nullable Mistake unreadableCharacter(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c > 0x7E || c < ' ') {
        if (!StreamReader.isPrintable(c) || c == NEXT_LINE) {
          return new Mistake(
              i,
              String.format("the character U+%04X cannot stand in a YAML file", c),
              c == 0
                  ? "save the file as UTF-8"
                  : String.format("in double quotes write it \"%s\"", escape(c)));
        }
      }
      i += Character.charCount(c);
    }
    return null;
  }

  private static String escape(int c) {
    return String.format(c <= 0xFF ? "\\x%02X" : "\\u%04X", c);
  }
}
