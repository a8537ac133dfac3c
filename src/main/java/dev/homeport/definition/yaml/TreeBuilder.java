package dev.homeport.definition.yaml;

import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Makes the tree out of the parser's events. A node that cannot be is reported and left out, so
 * that the rest is read; only too much depth and too many aliases end the reading. One thread, one
 * document.
 */
final class TreeBuilder {

  /** So deep may mappings and lists be nested, what aliases name included. */
  private static final int MAX_DEPTH = 100;

  private final YamlSource source;
  private final Problems problems;
  private final EventStream events;
  private final Anchors anchors;
  private final ScalarReader scalars;
  private final UnquotedTemplates templates;

  TreeBuilder(YamlSource source, EventStream events, Problems problems) {
    this.source = source;
    this.problems = problems;
    this.events = events;
    this.anchors = new Anchors(source, problems);
    this.scalars = new ScalarReader(source, problems);
    this.templates = new UnquotedTemplates(source, events, problems);
  }

  UnquotedTemplates templates() {
    return templates;
  }

  /** Reads the document's node; null when it was left out. */
  @Nullable YamlNode document() throws AbandonedException {
    return node(1);
  }

  private @Nullable YamlNode node(int depth) throws AbandonedException {
    Event event = events.next();
    int offset = events.start(event);
    checkDepth(depth, offset);
    if (event instanceof AliasEvent alias) {
      return anchors.resolve(alias.getAlias().getValue(), offset, depth);
    }
    String anchor = ((NodeEvent) event).getAnchor().map(Anchor::getValue).orElse(null);
    if (anchor != null) {
      anchors.begin(anchor);
    }
    YamlNode node = content(event, depth);
    if (anchor != null) {
      anchors.define(anchor, node);
    }
    return node;
  }

  static void checkDepth(int depth, int offset) throws AbandonedException {
    if (depth > MAX_DEPTH) {
      throw new AbandonedException(
          new Mistake(
              offset,
              "mappings and lists are nested more than " + MAX_DEPTH + " deep",
              "a file may nest them " + MAX_DEPTH + " deep"));
    }
  }

  private @Nullable YamlNode content(Event event, int depth) throws AbandonedException {
    if (event instanceof ScalarEvent scalar) {
      return scalars.value(scalar, begin(scalar), events.end(scalar));
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    int begin = begin(start);
    if (start.isFlow() && source.text().startsWith("{{", begin)) {
      return templates.recover(begin, events.lastOpenedInFlow());
    }
    scalars.checkCollectionTag(start, events.start(start));
    Location at =
        start.getAnchor().isPresent() || start.getTag().isPresent()
            ? source.locate(begin)
            : source.locate(start.getStartMark().orElseThrow());
    return start instanceof MappingStartEvent ? mapping(at, depth) : sequence(at, depth);
  }

  /** Where the value itself begins, behind its anchor and its tag. */
  private int begin(NodeEvent event) {
    int start = events.start(event);
    char first = source.charAt(start);
    return first == '&' || first == '!' ? source.afterProperties(start) : start;
  }

  private YamlSequence sequence(Location at, int depth) throws AbandonedException {
    List<YamlNode> items = new ArrayList<>();
    while (!events.nextIs(Event.ID.SequenceEnd)) {
      YamlNode item = node(depth + 1);
      if (item != null) {
        items.add(item);
      }
    }
    events.next();
    return new YamlSequence(at, items);
  }

  private YamlMapping mapping(Location at, int depth) throws AbandonedException {
    Members members = new Members(problems);
    while (!events.nextIs(Event.ID.MappingEnd)) {
      boolean merge = isMergeKey(events.peek());
      YamlScalar key = key(depth + 1);
      YamlNode value = node(depth + 1);
      if (key == null || value == null || lacksSpace(key, value)) {
        continue;
      }
      if (merge) {
        members.merge(value);
      } else {
        members.add(new YamlMapping.Entry(key, value));
      }
    }
    events.next();
    return new YamlMapping(at, members.entries());
  }

  /** Reports <code>{ page:2 }</code>, a key without a value to YAML. */
  private boolean lacksSpace(YamlScalar key, YamlNode value) {
    int colon = key.text().indexOf(':');
    boolean lacks =
        value instanceof YamlScalar scalar
            && scalar.kind() == YamlScalar.Kind.EMPTY
            && colon > 0
            && colon < key.text().length() - 1
            && key.source() instanceof ScalarSource written
            && written.style() == ScalarStyle.PLAIN
            && source.charAt(written.end()) != ':';
    if (lacks) {
      problems.add(
          key.at(colon),
          "a space is missing behind the colon",
          "write '"
              + Shown.value(key.text().substring(0, colon) + ": " + key.text().substring(colon + 1))
              + "'");
    }
    return lacks;
  }

  private static boolean isMergeKey(Event key) {
    return key instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getValue().equals("<<")
        && scalar.getTag().isEmpty();
  }

  private @Nullable YamlScalar key(int depth) throws AbandonedException {
    Event event = events.peek();
    if (event instanceof ScalarEvent scalar) {
      events.next();
      YamlScalar key = scalars.key(scalar, begin(scalar), events.end(scalar));
      String anchor = scalar.getAnchor().map(Anchor::getValue).orElse(null);
      if (anchor != null) {
        anchors.define(anchor, key);
      }
      return key;
    }
    Location at = source.locate(event.getStartMark().orElseThrow());
    YamlNode key = node(depth);
    if (key == null || key instanceof YamlScalar) {
      return (YamlScalar) key;
    }
    problems.add(at, key.described() + " cannot be a key", "put quotes if it is a text");
    return null;
  }
}
