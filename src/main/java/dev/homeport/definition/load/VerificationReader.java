package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.answer.Delay;
import dev.homeport.engine.verify.Count;
import dev.homeport.engine.verify.RequestPattern;
import dev.homeport.engine.verify.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is to be verified. */
final class VerificationReader {

  private static final Set<String> COUNTING = Set.of("count", "within", "from");
  private static final List<String> KINDS = List.of("inOrder", "noOthers", "noUnmatched");
  private static final Set<String> COUNT_WORDS = Set.of("atLeast", "atMost");

  private final Reading reading;
  private final PatternReader patterns;

  VerificationReader(Reading reading) {
    this.reading = reading;
    this.patterns = new PatternReader(reading);
  }

  /** What is to be verified; null when a problem was reported. */
  @Nullable Verification read(@Nullable YamlNode node) {
    if (node == null) {
      return reading.problems().isEmpty() ? new Verification.Counted(RequestPattern.any()) : null;
    }
    if (!(node instanceof YamlMapping mapping)) {
      reading.expected("a verification", "a mapping", node);
      return null;
    }
    int before = reading.problems().count();
    Verification read = read(mapping);
    return reading.problems().count() > before ? null : read;
  }

  private @Nullable Verification read(YamlMapping mapping) {
    for (YamlMapping.Entry entry : mapping.entries()) {
      switch (entry.name()) {
        case "inOrder" -> {
          only(mapping, entry, Set.of("inOrder", "within"));
          List<RequestPattern> steps = patterns(entry, 1);
          return new Verification.InOrder(steps, within(mapping.get("within")));
        }
        case "noOthers" -> {
          only(mapping, entry, Set.of("noOthers"));
          return new Verification.NoOthers(patterns(entry, 0));
        }
        case "noUnmatched" -> {
          only(mapping, entry, Set.of("noUnmatched"));
          isTrue(entry);
          return new Verification.NoUnmatched();
        }
        default -> {
          // A key of a pattern, or unknown.
        }
      }
    }
    return counted(mapping);
  }

  private @Nullable Verification counted(YamlMapping mapping) {
    Set<String> others = new HashSet<>(COUNTING);
    others.addAll(KINDS);
    RequestPattern pattern = patterns.read(mapping, others);
    Count count = count(mapping.get("count")).within(within(mapping.get("within")));
    boolean isSent = isSent(mapping.get("from"), pattern);
    if (pattern == null) {
      return null;
    }
    Verification.Counted counted = new Verification.Counted(pattern, count);
    return isSent ? new Verification.Sent(counted) : counted;
  }

  /** Who said it: clients, unless it is said. */
  private boolean isSent(@Nullable YamlNode from, @Nullable RequestPattern pattern) {
    if (from == null) {
      return false;
    }
    String text = from instanceof YamlScalar scalar ? scalar.text() : "";
    if (!text.equals("mock") && !text.equals("client")) {
      reading.expected("from", "client or mock", from);
      return false;
    }
    boolean isSent = text.equals("mock");
    if (isSent && pattern != null && !pattern.isOfMessages()) {
      reading.problem(
          from.at(), "a mock sends messages, not requests", "write request: WS /path beside it");
    }
    return isSent;
  }

  private void only(YamlMapping mapping, YamlMapping.Entry kind, Set<String> allowed) {
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!allowed.contains(entry.name())) {
        reading.problem(
            entry.key().at(),
            "'" + entry.name() + "' cannot stand beside '" + kind.name() + "'",
            "leave one of them out");
      }
    }
  }

  private List<RequestPattern> patterns(YamlMapping.Entry entry, int least) {
    if (!(entry.value() instanceof YamlSequence list) || list.items().size() < least) {
      reading.expected(entry.name(), "a list of patterns", entry.value());
      return List.of(RequestPattern.any());
    }
    List<RequestPattern> read = new ArrayList<>();
    for (YamlNode item : list.items()) {
      RequestPattern pattern = patterns.read(item, Set.of());
      read.add(pattern == null ? RequestPattern.any() : pattern);
    }
    return read;
  }

  private void isTrue(YamlMapping.Entry entry) {
    if (!(entry.value() instanceof YamlScalar scalar) || !scalar.text().equals("true")) {
      reading.expected(entry.name(), "true", entry.value());
    }
  }

  /** A number, or bounds; without one at least one request is wanted. */
  private Count count(@Nullable YamlNode node) {
    if (node == null) {
      return Count.atLeast(1);
    }
    if (node instanceof YamlMapping mapping && !mapping.entries().isEmpty()) {
      mapping.entries().stream()
          .filter(entry -> !COUNT_WORDS.contains(entry.name()))
          .forEach(entry -> reading.unknownKey(entry, COUNT_WORDS, "count"));
      long least = number(mapping.get("atLeast"), 0);
      long most = number(mapping.get("atMost"), Count.UNLIMITED);
      if (most < least) {
        reading.problem(mapping.at(), "count: at least " + least + " and at most " + most);
        return Count.once();
      }
      return Count.between(least, most);
    }
    return node instanceof YamlScalar ? Count.times(number(node, 0)) : unknownCount(node);
  }

  private Count unknownCount(YamlNode node) {
    reading.expected("count", "a number, or { atLeast: 1, atMost: 3 }", node);
    return Count.once();
  }

  private long number(@Nullable YamlNode node, long otherwise) {
    if (node == null) {
      return otherwise;
    }
    if (node instanceof YamlScalar scalar
        && scalar.kind() == YamlScalar.Kind.INTEGER
        && scalar.text().matches("\\d{1,12}")) {
      return Long.parseLong(scalar.text());
    }
    reading.expected("count", "a number from 0, or { atLeast: 1, atMost: 3 }", node);
    return otherwise;
  }

  private Duration within(@Nullable YamlNode node) {
    if (node == null) {
      return Duration.ZERO;
    }
    if (node instanceof YamlScalar scalar && Scalars.isText(scalar)) {
      try {
        return Delay.duration(scalar.text());
      } catch (SyntaxException e) {
        reading.problem(scalar.at(), "within: " + e.getMessage(), e.hint());
        return Duration.ZERO;
      }
    }
    reading.expected("within", "a time like 2s", node);
    return Duration.ZERO;
  }
}
