package dev.homeport.definition.yaml;

import dev.homeport.definition.yaml.YamlScalar.Kind;
import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Problems;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Gives scalars their type and their place, and reports what YAML would change silently. */
final class ScalarReader {

  private static final String CORE_TAG = "tag:yaml.org,2002:";

  private final YamlSource source;
  private final Problems problems;

  ScalarReader(YamlSource source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /**
   * A value.
   *
   * @param begin offset of the scalar itself, behind its anchor and its tag
   * @param end offset behind it
   */
  YamlScalar value(ScalarEvent event, int begin, int end) {
    Location at = at(event, begin);
    reportSwallowedList(event, begin, end);
    String tag = event.getTag().orElse(null);
    if (tag != null) {
      return tagged(event, tag, at, begin, end);
    }
    if (!event.isPlain()) {
      return scalar(event, at, Kind.TEXT, event.getValue(), begin, end);
    }
    CoreSchema resolved = CoreSchema.resolve(event.getValue());
    if (resolved.mistake() != null) {
      problems.add(at, resolved.mistake(), resolved.hint());
    }
    return scalar(event, at, resolved.kind(), resolved.text(), begin, end);
  }

  /** A key: always a text as it was written; null, and reported, when there is none. */
  @Nullable YamlScalar key(ScalarEvent event, int begin, int end) {
    Location at = at(event, begin);
    if (event.isPlain() && event.getValue().isEmpty()) {
      problems.add(at, "a key is missing before the colon", "an empty key is written \"\"");
      return null;
    }
    String tag = event.getTag().orElse("!");
    if (!tag.equals("!") && !tag.equals(CORE_TAG + "str")) {
      reportTag(tag, source.locate(event.getStartMark().orElseThrow()));
    }
    return scalar(event, at, Kind.TEXT, event.getValue(), begin, end);
  }

  private Location at(ScalarEvent event, int begin) {
    boolean properties = event.getTag().isPresent() || event.getAnchor().isPresent();
    return properties ? source.locate(begin) : source.locate(event.getStartMark().orElseThrow());
  }

  private YamlScalar scalar(
      ScalarEvent event, Location at, Kind kind, String text, int begin, int end) {
    ScalarStyle style = event.getScalarStyle();
    return new YamlScalar(
        at, kind, text, new ScalarSource(source, begin, Math.max(begin, end), style, text));
  }

  private YamlScalar tagged(ScalarEvent event, String tag, Location at, int begin, int end) {
    String text = event.getValue();
    if (tag.equals("!") || tag.equals(CORE_TAG + "str")) {
      return scalar(event, at, Kind.TEXT, text, begin, end);
    }
    CoreSchema resolved = CoreSchema.resolve(text);
    boolean fits =
        switch (tag.startsWith(CORE_TAG) ? tag.substring(CORE_TAG.length()) : "") {
          case "int" -> resolved.kind() == Kind.INTEGER;
          case "float" -> resolved.kind() == Kind.DECIMAL || resolved.kind() == Kind.INTEGER;
          case "bool" -> resolved.kind() == Kind.BOOLEAN;
          case "null" -> resolved.kind() == Kind.NULL || resolved.kind() == Kind.EMPTY;
          default -> false;
        };
    if (!fits || resolved.mistake() != null) {
      reportTag(tag, source.locate(event.getStartMark().orElseThrow()));
      return scalar(event, at, Kind.TEXT, text, begin, end);
    }
    Kind kind = resolved.kind() == Kind.EMPTY ? Kind.NULL : resolved.kind();
    return scalar(event, at, kind, resolved.text(), begin, end);
  }

  /** Reports a tag that makes something of a mapping or list that it is not. */
  void checkCollectionTag(CollectionStartEvent event, int offset) {
    String tag = event.getTag().orElse("!");
    String own = event.getEventId().name().startsWith("Mapping") ? "map" : "seq";
    if (!tag.equals("!") && !tag.equals(CORE_TAG + own)) {
      reportTag(tag, source.locate(offset));
    }
  }

  private void reportTag(String tag, Location at) {
    String written = tag.startsWith(CORE_TAG) ? "!!" + tag.substring(CORE_TAG.length()) : tag;
    problems.add(
        at,
        "the tag '" + Shown.value(written) + "' does not fit what stands behind it",
        "leave the tag out, or put quotes if it is part of a text");
  }

  /** {@code -a⏎- b} is one text to YAML, and never what was meant. */
  private void reportSwallowedList(ScalarEvent event, int begin, int end) {
    if (!event.isPlain() || event.getValue().indexOf("- ") < 0) {
      return;
    }
    int last = source.lineOf(Math.max(begin, end - 1));
    for (int line = source.lineOf(begin) + 1; line <= last; line++) {
      int ink = source.firstInk(line);
      if (source.charAt(ink) == '-' && source.charAt(ink + 1) == ' ') {
        problems.add(
            source.locate(ink),
            "this '- ' is read as part of the text '" + firstLine(begin) + "' above it",
            "put a space behind every '-' of the list, or quotes around the text");
        return;
      }
    }
  }

  private String firstLine(int begin) {
    return Shown.value(
        source.text().substring(begin, source.lineEnd(source.lineOf(begin))).strip());
  }
}
