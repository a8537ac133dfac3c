package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.engine.answer.MessagePlan;
import dev.homeport.engine.answer.Reaction;
import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.answer.StreamBody;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.Template;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a message of a WebSocket brings about: {@code reply}, {@code broadcast}, {@code
 * close}, and of the keys of a response those that need no answer.
 */
final class ReactionReader implements PlanReader {

  private static final List<String> KEYS =
      List.of(
          "reply",
          "broadcast",
          "close",
          "vars",
          "set",
          "save",
          "remove",
          "send",
          "name",
          "tags",
          "doc");
  private static final Set<String> OF_RESPONSES =
      Set.of("vars", "set", "save", "remove", "send", "name", "tags", "doc");
  private static final Set<String> CLOSE_KEYS = Set.of("code", "reason");
  private static final int USUAL_CODE = 1000;

  private final Reading reading;
  private final ResponseReader responses;

  /**
   * A reader for one place.
   *
   * @param reading where templates may name the message
   */
  ReactionReader(Reading reading) {
    this.reading = reading;
    this.responses = new ResponseReader(reading);
  }

  @Override
  public String shortest() {
    return "{} takes any message";
  }

  @Override
  public void checkKeys(YamlMapping mapping, Set<String> others, String where) {
    Set<String> known = new LinkedHashSet<>(KEYS);
    known.addAll(others);
    known.remove("per");
    String here = where.equals("a case") ? "a message case" : where;
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (entry.name().equals("per")) {
        reading.problem(
            entry.key().at(),
            "the messages of each connection count by themselves",
            "leave per out");
      } else if (BodyReader.KEYS.contains(entry.name())) {
        reading.problem(
            entry.key().at(),
            "'" + entry.name() + "' stands in a message case",
            "write reply: [ { " + entry.name() + ": … } ]");
      } else if (!known.contains(entry.name())) {
        reading.unknownKey(entry, known, here);
      }
    }
  }

  @Override
  public @Nullable ResponsePlan read(List<YamlMapping> mappings) {
    int before = reading.problems().count();
    ResponseLayers layers = new ResponseLayers(mappings);
    Set<String> vars = VarsReader.names(layers);
    Reading inner = reading.with(VarsReader.with(reading.names(), vars));
    StreamBody reply = messages("reply", layers, inner);
    StreamBody broadcast = messages("broadcast", layers, inner);
    MessagePlan.ClosePlan close = close(layers.value("close"), inner);
    ResponsePlan rest = responses.read(mappings.stream().map(ReactionReader::rest).toList());
    return rest == null || reading.problems().count() > before
        ? null
        : rest.reacting(new MessagePlan(reply, broadcast, close));
  }

  private static YamlMapping rest(YamlMapping layer) {
    List<YamlMapping.Entry> kept =
        layer.entries().stream().filter(entry -> OF_RESPONSES.contains(entry.name())).toList();
    return new YamlMapping(layer.at(), kept);
  }

  private static @Nullable StreamBody messages(String key, ResponseLayers layers, Reading inner) {
    YamlMapping.Entry entry = layers.entry(key);
    return entry == null ? null : new StreamReader(inner, true).readMessages(entry, null);
  }

  private MessagePlan.@Nullable ClosePlan close(@Nullable YamlNode node, Reading inner) {
    if (node == null) {
      return null;
    }
    if (node instanceof YamlScalar scalar) {
      return new MessagePlan.ClosePlan(code(scalar), Template.constant(""), scalar.at());
    }
    if (!(node instanceof YamlMapping mapping) || mapping.entries().isEmpty()) {
      reading.expected("close", "a code like 1000, or { code, reason }", node);
      return null;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!CLOSE_KEYS.contains(entry.name())) {
        reading.unknownKey(entry, CLOSE_KEYS, "close");
      }
    }
    YamlNode code = mapping.get("code");
    Template reason = reason(mapping.get("reason"), inner);
    return new MessagePlan.ClosePlan(code == null ? USUAL_CODE : code(code), reason, mapping.at());
  }

  /** Those that may be sent (RFC 6455, 7.4; the registry of close codes). */
  private int code(YamlNode node) {
    if (node instanceof YamlScalar scalar
        && scalar.kind() == YamlScalar.Kind.INTEGER
        && scalar.text().matches("100[0-37-9]|101[0-4]|[34]\\d\\d\\d")) {
      return Integer.parseInt(scalar.text());
    }
    reading.expected("close", "1000 to 1003, 1007 to 1014, or 3000 to 4999", node);
    return USUAL_CODE;
  }

  private Template reason(@Nullable YamlNode node, Reading inner) {
    Template none = Template.constant("");
    if (node == null) {
      return none;
    }
    Template reason = inner.text("close.reason", node, Escaping.NONE, true);
    if (reason != null && reason.isConstant() && !Reaction.Close.isReason(reason.source())) {
      reading.problem(
          node.at(),
          "close.reason: more than " + Reaction.Close.MOST_REASON_BYTES + " bytes of UTF-8");
    }
    return reason == null ? none : reason;
  }
}
