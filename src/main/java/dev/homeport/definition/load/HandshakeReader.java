package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.engine.answer.ResponsePlan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a case of a {@code WS} route answers the handshake: with {@code status}, a body or a
 * {@code fault} of its own it refuses it, without it lets the client in. What defaults say of these
 * is for those who refuse.
 */
final class HandshakeReader implements PlanReader {

  /** What an answer that lets in can have. */
  private static final Set<String> HEAD =
      Set.of(
          "headers", "cookies", "vars", "set", "save", "remove", "send", "delay", "name", "tags",
          "doc");

  /** Of a response that ends, which one that lets in does not. */
  private static final List<String> OF_BODIES = List.of("reason", "pace", "template", "callback");

  private static final List<String> MADE_HERE = List.of("upgrade", "connection");

  private final Reading reading;
  private final ResponseReader responses;
  private final int defaults;

  /**
   * A reader for one route.
   *
   * @param defaults how many layers, the first of all, are defaults
   */
  HandshakeReader(Reading reading, int defaults) {
    this.reading = reading;
    this.responses = new ResponseReader(reading);
    this.defaults = defaults;
  }

  @Override
  public String shortest() {
    return "{} lets everybody in";
  }

  @Override
  public void checkKeys(YamlMapping mapping, Set<String> others, String where) {
    boolean isCase = others.contains("when");
    if (!isCase) {
      mapping.entries().stream().filter(TalkReader::isOfTalk).forEach(this::besideTheList);
    }
    Set<String> all = new LinkedHashSet<>(others);
    all.addAll(TalkReader.KEYS);
    responses.checkKeys(mapping, all, where);
  }

  private void besideTheList(YamlMapping.Entry entry) {
    reading.problem(
        entry.key().at(),
        "'" + entry.name() + "' stands in a list of answers to the handshake",
        "write it beside the list");
  }

  @Override
  public @Nullable ResponsePlan read(List<YamlMapping> mappings) {
    List<YamlMapping> own = mappings.subList(defaults, mappings.size());
    if (own.stream().flatMap(each -> each.entries().stream()).anyMatch(HandshakeReader::refuses)) {
      return responses.read(mappings);
    }
    int before = reading.problems().count();
    own.forEach(this::check);
    ResponsePlan plan = responses.read(mappings.stream().map(HandshakeReader::head).toList());
    return plan == null || reading.problems().count() > before ? null : plan.upgrading();
  }

  private static boolean refuses(YamlMapping.Entry entry) {
    String name = entry.name();
    return name.equals("status") || name.equals("fault") || BodyReader.KEYS.contains(name);
  }

  private void check(YamlMapping own) {
    for (YamlMapping.Entry entry : own.entries()) {
      if (OF_BODIES.contains(entry.name())) {
        reading.problem(
            entry.key().at(),
            "'" + entry.name() + "' cannot stand in a case that lets a WebSocket in",
            "it is for one that refuses, which has a status");
      }
    }
    if (own.get("headers") instanceof YamlMapping headers) {
      headers.entries().forEach(this::checkHeader);
    }
  }

  private void checkHeader(YamlMapping.Entry header) {
    String name = header.name().toLowerCase(Locale.ROOT);
    if (MADE_HERE.contains(name) || name.startsWith("sec-websocket-")) {
      reading.problem(
          header.key().at(),
          header.name() + " is written by Homeport, as the handshake needs it",
          name.equals("sec-websocket-protocol")
              ? "write subprotocol: beside headers"
              : "leave it out");
    }
  }

  private static YamlMapping head(YamlMapping layer) {
    List<YamlMapping.Entry> kept =
        layer.entries().stream().filter(entry -> HEAD.contains(entry.name())).toList();
    return new YamlMapping(layer.at(), kept);
  }
}
