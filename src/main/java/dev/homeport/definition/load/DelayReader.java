package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.answer.Delay;
import dev.homeport.engine.answer.DelayPlan;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.Template;
import dev.homeport.engine.template.TemplateCompiler;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code delay}: {@code 250ms}, {@code 100ms..2s}, or median, sigma and max. */
final class DelayReader {

  private static final List<String> KEYS = List.of("median", "sigma", "max");
  private static final String FORMS =
      "a duration like 250ms, a range like 100ms..2s, or { median, sigma, max }";

  private final Reading reading;

  DelayReader(Reading reading) {
    this.reading = reading;
  }

  /** The delay; null when there is none, or a problem was reported. */
  @Nullable DelayPlan read(@Nullable YamlNode node) {
    if (node == null) {
      return null;
    }
    if (node instanceof YamlMapping mapping) {
      return logNormal(mapping);
    }
    if (!(node instanceof YamlScalar scalar) || !Scalars.isText(scalar)) {
      reading.expected("delay", FORMS, node);
      return null;
    }
    if (TemplateCompiler.isTemplate(scalar.text())) {
      Template template = reading.template(scalar, Escaping.NONE);
      return template == null ? null : new DelayPlan(null, template, scalar.at());
    }
    try {
      return new DelayPlan(Delay.parse(scalar.text()), null, scalar.at());
    } catch (SyntaxException e) {
      reading.problem(scalar.at(), "delay: " + e.getMessage(), e.hint());
      return null;
    }
  }

  private @Nullable DelayPlan logNormal(YamlMapping mapping) {
    int before = reading.problems().count();
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!KEYS.contains(entry.name())) {
        reading.unknownKey(entry, KEYS, "delay");
      }
    }
    Duration median = duration(mapping, "median", null);
    Duration max = duration(mapping, "max", Delay.MAX);
    double sigma = sigma(mapping);
    return median == null || max == null || reading.problems().count() > before
        ? null
        : new DelayPlan(new Delay.LogNormal(median, sigma, max), null, mapping.at());
  }

  private @Nullable Duration duration(YamlMapping mapping, String key, @Nullable Duration absent) {
    YamlNode node = mapping.get(key);
    if (node == null) {
      if (absent == null) {
        reading.problem(
            mapping.at(), "delay has no " + key, "write { median: 90ms, sigma: 0.4, max: 2s }");
      }
      return absent;
    }
    if (node instanceof YamlScalar scalar && Scalars.isText(scalar)) {
      try {
        return Delay.duration(scalar.text());
      } catch (SyntaxException e) {
        reading.problem(scalar.at(), "delay." + key + ": " + e.getMessage(), e.hint());
        return null;
      }
    }
    reading.expected("delay." + key, "a duration like 90ms", node);
    return null;
  }

  private double sigma(YamlMapping mapping) {
    YamlNode node = mapping.get("sigma");
    if (node == null) {
      reading.problem(
          mapping.at(), "delay has no sigma", "write { median: 90ms, sigma: 0.4, max: 2s }");
      return 0;
    }
    if (node instanceof YamlScalar scalar
        && (scalar.kind() == YamlScalar.Kind.INTEGER || scalar.kind() == YamlScalar.Kind.DECIMAL)) {
      double sigma = Double.parseDouble(scalar.text());
      if (sigma >= 0 && sigma <= 10) {
        return sigma;
      }
    }
    reading.expected("delay.sigma", "a number from 0 to 10", node);
    return 0;
  }
}
