package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.diagnostic.Suggestion;
import dev.homeport.engine.answer.FaultPlan;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code fault}: one of a few words. */
final class FaultReader {

  /** What a fault that sends no head has no use for, besides bodies. */
  private static final Set<String> OF_A_HEAD =
      Set.of("status", "reason", "headers", "cookies", "template", "pace");

  private static final String NONE_TO_CUT = "write json, text or another body";

  private final Reading reading;

  FaultReader(Reading reading) {
    this.reading = reading;
  }

  /** The fault of a response; null when there is none, or a problem was reported. */
  @Nullable FaultPlan read(ResponseLayers layers) {
    YamlMapping.Entry entry = layers.entry("fault");
    if (entry == null) {
      return null;
    }
    FaultPlan fault = read(entry.value());
    if (fault != null && !fault.sendsHead() && !layers.isInherited(entry)) {
      reportUseless(layers.own(), fault);
    }
    if (fault == FaultPlan.CUT && layers.bodies(BodyReader.KEYS).isEmpty()) {
      reading.problem(entry.key().at(), "fault: there is no body to cut", NONE_TO_CUT);
    }
    return fault;
  }

  /** The fault that a word names; null when a problem was reported. */
  @Nullable FaultPlan read(YamlNode node) {
    if (!(node instanceof YamlScalar scalar) || scalar.kind() != YamlScalar.Kind.TEXT) {
      reading.expected("fault", "one of " + String.join(", ", FaultPlan.words()), node);
      return null;
    }
    FaultPlan fault = FaultPlan.of(scalar.text());
    if (fault == null) {
      reading.problem(
          scalar.at(),
          "fault: '" + scalar.text() + "' is no fault",
          Suggestion.didYouMean(scalar.text(), FaultPlan.words()));
    }
    return fault;
  }

  private void reportUseless(YamlMapping own, FaultPlan fault) {
    for (YamlMapping.Entry entry : own.entries()) {
      if (OF_A_HEAD.contains(entry.name()) || BodyReader.KEYS.contains(entry.name())) {
        reading.problem(
            entry.key().at(),
            "the fault '" + fault.word() + "' sends no response, found '" + entry.name() + "'",
            "leave one of them out");
      }
    }
  }
}
