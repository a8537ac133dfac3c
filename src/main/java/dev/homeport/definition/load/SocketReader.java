package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.Talk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the cases of a {@code WS} route: who is let in, and what happens then. */
final class SocketReader {

  private final Reading reading;
  private final List<YamlMapping> defaults;

  /**
   * A reader for one route.
   *
   * @param defaults of the folder and the file
   */
  SocketReader(Reading reading, List<YamlMapping> defaults) {
    this.reading = reading;
    this.defaults = defaults;
  }

  /** One case from a mapping, or those of a list; null when a problem was reported. */
  @Nullable List<Case> read(YamlNode node, String identity, String where) {
    int before = reading.problems().count();
    List<Case> cases =
        new CasesReader(reading, new HandshakeReader(reading, defaults.size()), defaults)
            .read(node, identity, where);
    List<YamlNode> nodes = node instanceof YamlSequence list ? list.items() : List.of(node);
    TalkReader talks = new TalkReader(reading, defaults);
    List<@Nullable Talk> read = new ArrayList<>();
    for (YamlNode each : nodes) {
      String ofCase = identity + "#" + read.size();
      read.add(each instanceof YamlMapping mapping ? talks.read(mapping, ofCase) : null);
    }
    if (cases == null || reading.problems().count() > before) {
      return null;
    }
    List<Case> talking = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Case each = cases.get(i);
      Talk talk = read.get(i);
      boolean letsIn = each.choice().plans().stream().anyMatch(ResponsePlan::upgrades);
      if (!letsIn && nodes.get(i) instanceof YamlMapping mapping) {
        refusesAndTalks(mapping);
      }
      talking.add(letsIn && talk != null ? each.talking(talk) : each);
    }
    return reading.problems().count() > before ? null : talking;
  }

  private void refusesAndTalks(YamlMapping mapping) {
    mapping.entries().stream()
        .filter(TalkReader::isOfTalk)
        .findFirst()
        .ifPresent(
            entry ->
                reading.problem(
                    entry.key().at(),
                    "'" + entry.name() + "' stands in a case that refuses the WebSocket",
                    "leave it out, or status, fault and body"));
  }
}
