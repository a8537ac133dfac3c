package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.match.Condition;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.Choice;
import dev.homeport.engine.template.Escaping;
import dev.homeport.engine.template.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one case: when it holds, how often, and what it sends. */
final class CaseReader {

  private static final Set<String> LISTS = Set.of("sequence", "cycle", "random");

  /** Every key of a case beside those of its response. */
  static final Set<String> KEYS =
      Set.of("when", "chance", "times", "per", "sequence", "cycle", "random");

  private final Reading reading;
  private final PlanReader responses;
  private final List<YamlMapping> defaults;

  /**
   * A reader for the cases of one route.
   *
   * @param responses reads what each does
   * @param defaults of the folder and the file
   */
  CaseReader(Reading reading, PlanReader responses, List<YamlMapping> defaults) {
    this.reading = reading;
    this.responses = responses;
    this.defaults = defaults;
  }

  /**
   * Reads a case.
   *
   * @param identity under whose name it counts
   * @param where the case's name in messages
   * @return null when a problem was reported
   */
  @Nullable Case read(YamlNode node, String identity, String where) {
    if (!(node instanceof YamlMapping mapping)) {
      reading.expected(where, "a mapping of response keys", node);
      return null;
    }
    int before = reading.problems().count();
    responses.checkKeys(mapping, KEYS, where);
    YamlNode when = mapping.get("when");
    List<Condition> conditions = when == null ? List.of() : new ConditionReader(reading).read(when);
    double chance = chance(mapping.get("chance"));
    long times = times(mapping.get("times"));
    Template per = per(mapping.get("per"));
    Choice choice = choice(mapping);
    boolean takesPreferences = takesPreferences(mapping);
    return choice == null || reading.problems().count() > before
        ? null
        : new Case(
            mapping.at(), identity, conditions, times, chance, per, choice, takesPreferences, null);
  }

  private double chance(@Nullable YamlNode node) {
    if (node == null) {
      return 1;
    }
    if (node instanceof YamlScalar scalar && scalar.text().matches("\\d{1,3}(\\.\\d{1,6})?%")) {
      String number = scalar.text().substring(0, scalar.text().length() - 1);
      double chance = new BigDecimal(number).movePointLeft(2).doubleValue();
      if (chance <= 1) {
        return chance;
      }
    }
    reading.expected("chance", "a percentage like 10%", node);
    return 1;
  }

  private long times(@Nullable YamlNode node) {
    if (node == null) {
      return 0;
    }
    if (node instanceof YamlScalar scalar
        && scalar.kind() == YamlScalar.Kind.INTEGER
        && scalar.text().matches("[1-9]\\d{0,11}")) {
      return Long.parseLong(scalar.text());
    }
    reading.expected("times", "a whole number from 1", node);
    return 0;
  }

  private @Nullable Template per(@Nullable YamlNode node) {
    if (node == null) {
      return null;
    }
    if (node instanceof YamlScalar scalar && Scalars.isText(scalar)) {
      return reading.template(scalar, Escaping.NONE);
    }
    reading.expected("per", "a template like '{{path.id}}'", node);
    return null;
  }

  private @Nullable Choice choice(YamlMapping mapping) {
    List<YamlMapping.Entry> lists = lists(mapping);
    if (lists.isEmpty()) {
      ResponsePlan plan = responses.read(layers(mapping, null));
      return plan == null ? null : new Choice.Always(plan);
    }
    YamlMapping.Entry list = lists.get(0);
    if (lists.size() > 1) {
      YamlMapping.Entry second = lists.get(1);
      reportBeside(second, list);
      reportBeside(list, second);
      return null;
    }
    return choice(list, mapping);
  }

  private static List<YamlMapping.Entry> lists(YamlMapping mapping) {
    List<YamlMapping.Entry> lists = new ArrayList<>(0);
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (LISTS.contains(entry.name())) {
        lists.add(entry);
      }
    }
    return lists;
  }

  private void reportBeside(YamlMapping.Entry found, YamlMapping.Entry other) {
    reading.problem(
        found.key().at(),
        "a case has one list of responses, found '"
            + found.name()
            + "' beside '"
            + other.name()
            + "' at "
            + other.key().at(),
        "leave one of them out");
  }

  private @Nullable Choice choice(YamlMapping.Entry list, YamlMapping shared) {
    if (!(list.value() instanceof YamlSequence items) || items.items().isEmpty()) {
      reading.expected(list.name(), "a list of one response or more", list.value());
      return null;
    }
    boolean random = list.name().equals("random");
    List<ResponsePlan> plans = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (YamlNode item : items.items()) {
      if (!(item instanceof YamlMapping response)) {
        reading.expected("an item of " + list.name(), "a mapping of response keys", item);
        continue;
      }
      Set<String> others = random ? Set.of("weight") : Set.of();
      responses.checkKeys(response, others, "a response of " + list.name());
      weights.add(random ? weight(response.get("weight")) : 1.0);
      ResponsePlan plan = responses.read(layers(shared, response));
      if (plan != null) {
        plans.add(plan);
      }
    }
    if (plans.size() < items.items().size()) {
      return null;
    }
    return switch (list.name()) {
      case "sequence" -> new Choice.Sequence(plans);
      case "cycle" -> new Choice.Cycle(plans);
      default -> weighted(list, plans, weights);
    };
  }

  private @Nullable Choice weighted(
      YamlMapping.Entry list, List<ResponsePlan> plans, List<Double> weights) {
    if (weights.stream().allMatch(weight -> weight == 0)) {
      reading.problem(list.key().at(), "random: every weight is 0", "leave one of them out");
      return null;
    }
    return new Choice.Weighted(plans, weights);
  }

  private double weight(@Nullable YamlNode node) {
    if (node == null) {
      return 1;
    }
    if (node instanceof YamlScalar scalar && scalar.text().matches("\\d{1,9}(\\.\\d{1,6})?")) {
      return Double.parseDouble(scalar.text());
    }
    reading.expected("weight", "a number from 0", node);
    return 1;
  }

  /** One response of a list that takes none is enough: which one comes is not the request's. */
  private boolean takesPreferences(YamlMapping mapping) {
    List<List<YamlMapping>> responses = new ArrayList<>(1);
    for (YamlMapping.Entry entry : lists(mapping)) {
      if (entry.value() instanceof YamlSequence list) {
        for (YamlNode item : list.items()) {
          responses.add(layers(mapping, item instanceof YamlMapping own ? own : null));
        }
      }
    }
    if (responses.isEmpty()) {
      responses.add(layers(mapping, null));
    }
    PreferReader reader = new PreferReader(reading);
    boolean takes = true;
    for (List<YamlMapping> response : responses) {
      takes &= reader.read(new ResponseLayers(response).value(ResponseReader.PREFER));
    }
    return takes;
  }

  private List<YamlMapping> layers(YamlMapping mapping, @Nullable YamlMapping item) {
    List<YamlMapping> layers = new ArrayList<>(defaults);
    layers.add(mapping);
    if (item != null) {
      layers.add(item);
    }
    return layers;
  }
}
