package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.engine.answer.HeaderText;
import dev.homeport.engine.answer.StreamBody;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.CaseGroup;
import dev.homeport.engine.route.Talk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what happens on the WebSockets that a case lets in: {@code subprotocol}, {@code open} with
 * its {@code repeat}, {@code message}, {@code every}.
 */
final class TalkReader {

  static final List<String> KEYS = List.of("subprotocol", "open", "repeat", "message", "every");

  private final Reading reading;
  private final List<YamlMapping> defaults;

  /**
   * A reader for the cases of one route.
   *
   * @param defaults of the folder and the file
   */
  TalkReader(Reading reading, List<YamlMapping> defaults) {
    this.reading = reading;
    this.defaults = defaults;
  }

  /** Whether a key is one of these, and of nothing else. */
  static boolean isOfTalk(YamlMapping.Entry entry) {
    return KEYS.contains(entry.name()) && !entry.name().equals("repeat");
  }

  /**
   * What a case says.
   *
   * @param identity of the case, under whose name its messages count
   * @return null when a problem was reported
   */
  @Nullable Talk read(YamlMapping mapping, String identity) {
    int before = reading.problems().count();
    Reading inner = reading.with(VarsReader.with(reading.names(), varNames(mapping)));
    List<String> subprotocols = subprotocols(mapping.get("subprotocol"));
    StreamBody open = open(mapping, inner);
    List<Case> messages = messages(mapping.get("message"), identity, inner);
    YamlNode every = mapping.get("every");
    StreamBody repeated = every == null ? null : new EveryReader(inner).read(every);
    return reading.problems().count() > before
        ? null
        : new Talk(subprotocols, open, new CaseGroup(messages, List.of()), repeated);
  }

  /** Names that the handshake gave their values. */
  private Set<String> varNames(YamlMapping mapping) {
    List<YamlMapping> layers = new ArrayList<>(defaults);
    layers.add(mapping);
    return VarsReader.names(new ResponseLayers(layers));
  }

  private @Nullable StreamBody open(YamlMapping mapping, Reading inner) {
    YamlNode repeat = mapping.get("repeat");
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (entry.name().equals("open")) {
        return new StreamReader(inner, true).readMessages(entry, repeat);
      }
    }
    if (repeat != null) {
      reading.problem(repeat.at(), "repeat has nothing to repeat", "it stands beside 'open'");
    }
    return null;
  }

  private List<Case> messages(@Nullable YamlNode node, String identity, Reading inner) {
    if (node == null) {
      return List.of();
    }
    Reading withMessage = inner.with(inner.names().withMessage());
    List<Case> cases =
        new CasesReader(withMessage, new ReactionReader(withMessage), List.of())
            .read(node, identity + "/message", "message");
    return cases == null ? List.of() : cases;
  }

  private List<String> subprotocols(@Nullable YamlNode node) {
    if (node == null) {
      return List.of();
    }
    List<YamlNode> nodes = node instanceof YamlSequence list ? list.items() : List.of(node);
    Set<String> names = new LinkedHashSet<>();
    for (YamlNode each : nodes) {
      if (!(each instanceof YamlScalar scalar) || !HeaderText.isToken(scalar.text())) {
        reading.expected("subprotocol", "a name like chat.v1, or a list of names", each);
      } else if (!names.add(scalar.text())) {
        reading.problem(each.at(), "the subprotocol " + scalar.text() + " is there twice");
      }
    }
    return List.copyOf(names);
  }
}
