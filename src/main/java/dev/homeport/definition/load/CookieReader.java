package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.engine.answer.CookiePlan;
import dev.homeport.engine.answer.HeaderText;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code cookies}: a value, {@code absent} to delete one, or a mapping with attributes. */
final class CookieReader {

  private static final String ABSENT = "absent";

  /** Keys with a value, and the attribute of RFC 6265 that each becomes. */
  private static final Map<String, String> ATTRIBUTES = new LinkedHashMap<>();

  private static final Map<String, String> FLAGS = new LinkedHashMap<>();
  private static final List<String> KEYS;
  private static final Set<String> SAME_SITE = Set.of("strict", "lax", "none");

  static {
    ATTRIBUTES.put("path", "Path");
    ATTRIBUTES.put("domain", "Domain");
    ATTRIBUTES.put("maxAge", "Max-Age");
    ATTRIBUTES.put("sameSite", "SameSite");
    FLAGS.put("secure", "Secure");
    FLAGS.put("httpOnly", "HttpOnly");
    List<String> keys = new ArrayList<>(List.of("value"));
    keys.addAll(ATTRIBUTES.keySet());
    keys.addAll(FLAGS.keySet());
    KEYS = List.copyOf(keys);
  }

  private final Reading reading;

  CookieReader(Reading reading) {
    this.reading = reading;
  }

  /** The cookies of all layers; mistakes are reported. */
  List<CookiePlan> read(ResponseLayers layers) {
    for (YamlNode node : layers.values("cookies")) {
      if (!(node instanceof YamlMapping)) {
        reading.expected("cookies", "a mapping of names to values", node);
      }
    }
    List<CookiePlan> cookies = new ArrayList<>();
    for (YamlMapping.Entry entry : layers.merged("cookies")) {
      CookiePlan cookie = cookie(entry);
      if (cookie != null) {
        cookies.add(cookie);
      }
    }
    return cookies;
  }

  private @Nullable CookiePlan cookie(YamlMapping.Entry entry) {
    String name = entry.name();
    if (!HeaderText.isToken(name)) {
      reading.problem(entry.key().at(), "'" + name + "' is not the name of a cookie");
      return null;
    }
    if (entry.value() instanceof YamlMapping mapping) {
      return withAttributes(name, mapping);
    }
    if (isAbsent(entry.value())) {
      return new CookiePlan(name, null, List.of(), List.of(), entry.key().at());
    }
    Template value = text("cookies." + name, entry.value());
    return value == null
        ? null
        : new CookiePlan(name, value, List.of(), List.of(), entry.value().at());
  }

  private static boolean isAbsent(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.text().equals(ABSENT);
  }

  private @Nullable CookiePlan withAttributes(String name, YamlMapping mapping) {
    int before = reading.problems().count();
    Template value = null;
    boolean hasValue = false;
    List<CookiePlan.Attribute> attributes = new ArrayList<>();
    List<String> flags = new ArrayList<>();
    for (YamlMapping.Entry entry : mapping.entries()) {
      String key = "cookies." + name + "." + entry.name();
      String attribute = ATTRIBUTES.get(entry.name());
      String flag = FLAGS.get(entry.name());
      if (entry.name().equals("value")) {
        hasValue = true;
        value = isAbsent(entry.value()) ? null : text(key, entry.value());
      } else if (attribute != null) {
        attribute(key, attribute, entry.value(), attributes);
      } else if (flag != null) {
        flag(key, flag, entry.value(), flags);
      } else {
        reading.unknownKey(entry, KEYS, "a cookie");
      }
    }
    if (!hasValue) {
      reading.problem(
          mapping.at(), "cookies." + name + " has no value", "write value: … or value: absent");
    }
    crossSite(name, mapping, attributes, flags);
    return reading.problems().count() > before
        ? null
        : new CookiePlan(name, value, attributes, flags, mapping.at());
  }

  private void attribute(
      String key, String attribute, YamlNode node, List<CookiePlan.Attribute> attributes) {
    Template text = text(key, node);
    if (text == null) {
      return;
    }
    String source = text.source();
    if (attribute.equals("Max-Age") && text.isConstant() && !source.matches("-?\\d{1,12}")) {
      reading.expected(key, "a number of seconds", node);
    } else if (attribute.equals("SameSite")
        && text.isConstant()
        && !SAME_SITE.contains(source.toLowerCase(Locale.ROOT))) {
      reading.expected(key, "Strict, Lax or None", node);
    } else {
      attributes.add(new CookiePlan.Attribute(attribute, text));
    }
  }

  private void flag(String key, String flag, YamlNode node, List<String> flags) {
    if (node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.BOOLEAN) {
      if (Boolean.parseBoolean(scalar.text())) {
        flags.add(flag);
      }
      return;
    }
    reading.expected(key, "true or false", node);
  }

  /** Browsers drop a cookie with SameSite=None that is not Secure. */
  private void crossSite(
      String name, YamlMapping mapping, List<CookiePlan.Attribute> attributes, List<String> flags) {
    boolean none =
        attributes.stream()
            .anyMatch(
                each ->
                    each.name().equals("SameSite")
                        && each.value().source().equalsIgnoreCase("None"));
    if (none && !flags.contains("Secure")) {
      reading.problem(
          mapping.at(),
          "cookies." + name + ": browsers drop SameSite=None without Secure",
          "add secure: true");
    }
  }

  private @Nullable Template text(String key, YamlNode node) {
    Template template = reading.text(key, node, Escaping.NONE, true);
    if (template == null) {
      return null;
    }
    String fault = template.isConstant() ? HeaderText.cookieFault(template.source()) : null;
    if (fault != null) {
      reading.problem(node.at(), key + ": " + fault);
      return null;
    }
    return template;
  }
}
