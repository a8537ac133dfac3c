package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.answer.ForwardPlan;
import dev.homeport.engine.answer.HeaderPlan;
import dev.homeport.engine.answer.HeaderText;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.Template;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code proxy}: a URL, or {@code to} with what is changed of the request on its way. */
final class ProxyReader {

  private static final List<String> KEYS = List.of("to", "headers", "removeHeaders", "stripPrefix");
  private static final String EXAMPLE = "write https://api.example.com, or to: with it";

  /** What the other server says, so that nothing can be said beside it. */
  private static final Set<String> SAID_THERE = Set.of("status", "reason", "template");

  private final Reading reading;

  ProxyReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * Where to forward to; null when a problem was reported.
   *
   * @param layers of the response
   */
  @Nullable ForwardPlan read(YamlMapping.Entry proxy, ResponseLayers layers) {
    int before = reading.problems().count();
    checkBeside(proxy, layers);
    ForwardPlan plan = plan(proxy.value());
    return reading.problems().count() > before ? null : plan;
  }

  /** What is inherited is for other routes. */
  private void checkBeside(YamlMapping.Entry proxy, ResponseLayers layers) {
    for (YamlMapping.Entry entry : layers.with(proxy).entries()) {
      boolean isChunks = entry.name().equals("pace") && entry.value() instanceof YamlMapping;
      if (SAID_THERE.contains(entry.name())) {
        reading.problem(
            entry.key().at(),
            entry.name() + " cannot stand beside proxy: the other server says it",
            "leave one of them out");
      } else if (isChunks) {
        reading.problem(
            entry.key().at(),
            "pace: nobody knows how long the body of the other server is",
            "write bytes a second like 10KB/s");
      }
    }
  }

  private @Nullable ForwardPlan plan(YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      Template to = to(scalar, "proxy");
      return to == null ? null : new ForwardPlan(to, List.of(), Set.of(), "", scalar.at());
    }
    if (!(node instanceof YamlMapping mapping)) {
      reading.expected("proxy", "a URL, or a mapping with to", node);
      return null;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!KEYS.contains(entry.name())) {
        reading.unknownKey(entry, KEYS, "proxy");
      }
    }
    YamlNode url = mapping.get("to");
    if (url == null) {
      reading.problem(mapping.at(), "proxy has no to", EXAMPLE);
      return null;
    }
    Template to = to(url, "proxy.to");
    List<HeaderPlan> headers = new HeaderReader(reading).ofRequest(mapping.get("headers"), "proxy");
    Set<String> removed = removed(mapping.get("removeHeaders"));
    String prefix = prefix(mapping.get("stripPrefix"));
    return to == null ? null : new ForwardPlan(to, headers, removed, prefix, url.at());
  }

  private @Nullable Template to(YamlNode node, String key) {
    if (!(node instanceof YamlScalar scalar) || scalar.kind() != YamlScalar.Kind.TEXT) {
      reading.expected(key, "a URL like https://api.example.com", node);
      return null;
    }
    Template to = reading.template(scalar, Escaping.NONE);
    if (to != null && to.isConstant()) {
      try {
        ForwardPlan.base(to.source());
      } catch (SyntaxException e) {
        String found = key + ": '" + scalar.text() + "' is no URL to forward to: ";
        reading.problem(scalar.at(), found + e.getMessage(), e.hint());
      }
    }
    return to;
  }

  private Set<String> removed(@Nullable YamlNode node) {
    Set<String> names = new TreeSet<>();
    if (node == null) {
      return names;
    }
    List<YamlNode> items = node instanceof YamlSequence list ? list.items() : List.of(node);
    for (YamlNode item : items) {
      if (item instanceof YamlScalar name
          && Scalars.isText(name)
          && HeaderText.isToken(name.text())) {
        names.add(name.text().toLowerCase(Locale.ROOT));
      } else {
        reading.expected("proxy.removeHeaders", "the name of a header, or a list of them", item);
      }
    }
    return names;
  }

  private String prefix(@Nullable YamlNode node) {
    if (node == null) {
      return "";
    }
    if (node instanceof YamlScalar scalar
        && scalar.kind() == YamlScalar.Kind.TEXT
        && scalar.text().matches("(/[^/?#\\s]+)+")) {
      return scalar.text();
    }
    reading.expected("proxy.stripPrefix", "the beginning of a path like /api", node);
    return "";
  }
}
