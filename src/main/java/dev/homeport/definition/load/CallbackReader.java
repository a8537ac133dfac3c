package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.answer.BodyPlan;
import dev.homeport.engine.answer.CallbackPlan;
import dev.homeport.engine.answer.DelayPlan;
import dev.homeport.engine.answer.HeaderPlan;
import dev.homeport.engine.http.HttpUrl;
import dev.homeport.engine.route.Methods;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code callback}: a request that follows the answer, or a list of them. */
final class CallbackReader {

  private static final List<String> KEYS =
      List.of("url", "method", "headers", "delay", "json", "text", "html", "xml", "base64", "form");
  private static final int MOST = 100;

  private final Reading reading;

  CallbackReader(Reading reading) {
    this.reading = reading;
  }

  /** The callbacks in their order; none without a node. Mistakes are reported. */
  List<CallbackPlan> read(@Nullable YamlNode node) {
    if (node == null) {
      return List.of();
    }
    List<CallbackPlan> plans = new ArrayList<>();
    List<YamlNode> items = node instanceof YamlSequence list ? list.items() : List.of(node);
    if (items.isEmpty() || items.size() > MOST) {
      reading.expected("callback", "a mapping with url, or a list of up to " + MOST, node);
    }
    for (YamlNode item : items) {
      CallbackPlan plan = callback(item);
      if (plan != null) {
        plans.add(plan);
      }
    }
    return plans;
  }

  private @Nullable CallbackPlan callback(YamlNode node) {
    if (!(node instanceof YamlMapping mapping)) {
      reading.expected("callback", "a mapping with url", node);
      return null;
    }
    int before = reading.problems().count();
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!KEYS.contains(entry.name())) {
        reading.unknownKey(entry, KEYS, "callback");
      }
    }
    Template url = url(mapping);
    String method = method(mapping.get("method"));
    DelayPlan delay = new DelayReader(reading).read(mapping.get("delay"));
    List<HeaderPlan> headers =
        new HeaderReader(reading).ofRequest(mapping.get("headers"), "callback");
    if (url == null || reading.problems().count() > before) {
      return null;
    }
    BodyPlan body = new BodyReader(reading).read(new ResponseLayers(List.of(mapping)), null);
    return body == null ? null : new CallbackPlan(mapping.at(), delay, method, url, headers, body);
  }

  private @Nullable Template url(YamlMapping mapping) {
    YamlNode node = mapping.get("url");
    if (node == null) {
      reading.problem(mapping.at(), "callback has no url", "write url: http://localhost:3000/hook");
      return null;
    }
    if (!(node instanceof YamlScalar scalar) || scalar.kind() != YamlScalar.Kind.TEXT) {
      reading.expected("callback.url", "a URL like http://localhost:3000/hook", node);
      return null;
    }
    Template url = reading.template(scalar, Escaping.NONE);
    if (url != null && url.isConstant()) {
      try {
        HttpUrl.parse(url.source());
      } catch (SyntaxException e) {
        String found = "callback.url: '" + scalar.text() + "' is no URL to call: ";
        reading.problem(scalar.at(), found + e.getMessage(), e.hint());
      }
    }
    return url;
  }

  private String method(@Nullable YamlNode node) {
    if (node == null) {
      return "POST";
    }
    if (node instanceof YamlScalar scalar && Methods.isKnown(scalar.text())) {
      return scalar.text();
    }
    reading.expected("callback.method", "a method like POST", node);
    return "POST";
  }
}
