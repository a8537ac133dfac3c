package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.diagnostic.Location;
import dev.homeport.engine.answer.BodyPlan;
import dev.homeport.engine.answer.CallbackPlan;
import dev.homeport.engine.answer.ChangePlan;
import dev.homeport.engine.answer.CookiePlan;
import dev.homeport.engine.answer.DelayPlan;
import dev.homeport.engine.answer.Effects;
import dev.homeport.engine.answer.FaultPlan;
import dev.homeport.engine.answer.HeaderPlan;
import dev.homeport.engine.answer.Pace;
import dev.homeport.engine.answer.ResponseParts;
import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.answer.SendPlan;
import dev.homeport.engine.answer.StatusPlan;
import dev.homeport.engine.answer.StreamBody;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import dev.homeport.engine.template.TemplateCompiler;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of a response: status, headers, cookies, a body, delay, fault, vars, what it
 * changes and sends besides, name.
 */
final class ResponseReader implements PlanReader {

  /** Every key of a response that works today. */
  static final Set<String> KEYS;

  /** Read by the {@link CaseReader}: it is about the choice of a case. */
  static final String PREFER = "prefer";

  static {
    Set<String> keys =
        new LinkedHashSet<>(
            List.of(
                "status",
                "reason",
                "headers",
                "cookies",
                "template",
                "repeat",
                "vars",
                "set",
                "save",
                "remove",
                "send",
                "delay",
                "pace",
                "fault",
                "callback",
                PREFER,
                "name",
                "tags",
                "doc"));
    keys.addAll(BodyReader.KEYS);
    KEYS = java.util.Collections.unmodifiableSet(keys);
  }

  private final Reading reading;

  ResponseReader(Reading reading) {
    this.reading = reading;
  }

  @Override
  public String shortest() {
    return "{} is an empty 200";
  }

  @Override
  public void checkKeys(YamlMapping mapping, Set<String> others, String where) {
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (KEYS.contains(entry.name()) || others.contains(entry.name())) {
        continue;
      }
      if (TalkReader.isOfTalk(entry)) {
        reading.problem(
            entry.key().at(), "'" + entry.name() + "' is for a WebSocket", "its key is WS /path");
      } else {
        Set<String> known = new LinkedHashSet<>(KEYS);
        known.addAll(others);
        reading.unknownKey(entry, known, where);
      }
    }
  }

  @Override
  public @Nullable ResponsePlan read(List<YamlMapping> mappings) {
    int before = reading.problems().count();
    ResponseLayers layers = new ResponseLayers(mappings);
    List<Scope.Var> vars = vars(layers);
    Reading inner =
        vars.isEmpty() ? reading : reading.with(VarsReader.with(reading.names(), names(vars)));
    StatusPlan status = status(layers, inner);
    List<HeaderPlan> headers = new HeaderReader(inner).read(layers);
    List<CookiePlan> cookies = new CookieReader(inner).read(layers);
    BodyPlan body = new BodyReader(inner).read(layers, status);
    ChangePlan changes = changes(layers, inner);
    SendPlan send = new SendReader(inner).read(layers.value("send"));
    DelayPlan delay = new DelayReader(inner).read(layers.value("delay"));
    Pace pace = new PaceReader(inner).read(layers.value("pace"));
    FaultPlan fault = new FaultReader(inner).read(layers);
    List<CallbackPlan> callbacks = new CallbackReader(inner).read(layers.value("callback"));
    Template reason = text(layers.value("reason"), "reason", inner);
    String name = plain(layers.own().get("name"), "name");
    Set<String> tags = tags(layers.value("tags"));
    plain(layers.own().get("doc"), "doc");
    if (body != null) {
      headers = new HeaderReader(inner).withoutLength(headers, body);
    }
    if (body instanceof StreamBody) {
      besideStream(layers, pace, fault);
    }
    if (status == null || body == null || reading.problems().count() > before) {
      return null;
    }
    Location at = layers.own().at();
    return new ResponsePlan(
        fault == null || fault.sendsHead()
            ? new ResponseParts(
                at, status, reason, headers, cookies, body, delay, pace, fault, vars, name, tags)
            : headless(at, delay, fault, vars, name, tags),
        Effects.of(changes, callbacks, send));
  }

  private static ChangePlan changes(ResponseLayers layers, Reading inner) {
    if (layers.entry("set") == null
        && layers.entry("save") == null
        && layers.entry("remove") == null) {
      return ChangePlan.nothing();
    }
    SaveReader data = new SaveReader(inner);
    return new ChangePlan(
        new SetReader(inner).read(layers), data.save(layers), data.remove(layers));
  }

  /** The items of a stream have delays of their own, and nothing to cut in half. */
  private void besideStream(ResponseLayers layers, @Nullable Pace pace, @Nullable FaultPlan fault) {
    YamlNode node = pace != null ? layers.value("pace") : layers.value("fault");
    if (node != null && (pace != null || (fault != null && fault.sendsHead()))) {
      String key = pace != null ? "pace" : "fault";
      reading.problem(
          node.at(), key + " cannot stand beside a stream", "its items have a delay each");
    }
  }

  /** What is inherited of a response is not sent, so that it is not made, either. */
  private static ResponseParts headless(
      Location at,
      @Nullable DelayPlan delay,
      FaultPlan fault,
      List<Scope.Var> vars,
      @Nullable String name,
      Set<String> tags) {
    StatusPlan status = new StatusPlan(200, null, at);
    BodyPlan body = new BodyPlan.None();
    return new ResponseParts(
        at, status, null, List.of(), List.of(), body, delay, null, fault, vars, name, tags);
  }

  private static Set<String> names(List<Scope.Var> vars) {
    return vars.stream().map(Scope.Var::name).collect(Collectors.toSet());
  }

  private List<Scope.Var> vars(ResponseLayers layers) {
    Map<String, Scope.Var> vars = new LinkedHashMap<>();
    Reading inner = reading;
    for (YamlNode node : layers.values("vars")) {
      for (Scope.Var var : new VarsReader(inner).read(node)) {
        vars.put(var.name(), var);
      }
      inner = reading.with(VarsReader.with(reading.names(), vars.keySet()));
    }
    return List.copyOf(vars.values());
  }

  private @Nullable StatusPlan status(ResponseLayers layers, Reading inner) {
    YamlNode node = layers.value("status");
    if (node == null) {
      return new StatusPlan(200, null, layers.own().at());
    }
    if (node instanceof YamlScalar scalar) {
      if (scalar.kind() == YamlScalar.Kind.INTEGER && scalar.text().length() <= 4) {
        int number = Integer.parseInt(scalar.text());
        if (StatusPlan.isFinal(number)) {
          return new StatusPlan(number, null, scalar.at());
        }
      } else if (scalar.kind() == YamlScalar.Kind.TEXT
          && TemplateCompiler.isTemplate(scalar.text())) {
        Template template = inner.template(scalar, Escaping.NONE);
        return template == null ? null : new StatusPlan(0, template, scalar.at());
      }
    }
    reading.expected("status", "a number from 200 to 599", node);
    return null;
  }

  private @Nullable Template text(@Nullable YamlNode node, String key, Reading inner) {
    return node == null ? null : inner.text(key, node, Escaping.NONE, true);
  }

  private @Nullable String plain(@Nullable YamlNode node, String key) {
    YamlScalar text = node == null ? null : reading.text(key, node);
    return text == null ? null : text.text();
  }

  private Set<String> tags(@Nullable YamlNode node) {
    if (node == null) {
      return Set.of();
    }
    List<YamlNode> nodes = node instanceof YamlSequence list ? list.items() : List.of(node);
    Set<String> tags = new LinkedHashSet<>();
    for (YamlNode each : nodes) {
      String tag = plain(each, "tags");
      if (tag != null) {
        tags.add(tag);
      }
    }
    return tags;
  }
}
