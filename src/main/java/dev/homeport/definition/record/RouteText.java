package dev.homeport.definition.record;

import dev.homeport.definition.record.RecordedCall.Run;
import dev.homeport.definition.record.Trait.Kind;
import dev.homeport.definition.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what stands under the key of a route: one response, or the cases that the requests tell
 * apart, those that ask for more first. For one thread.
 */
final class RouteText {

  private final RecordedRoute route;
  private final List<String> below;
  private final ResponseText responses;
  private final List<Trait> traits;
  private final List<Object> cases = new ArrayList<>();

  /**
   * A route of one mock file.
   *
   * @param below the segments of its path that lead to its data
   */
  RouteText(RecordedRoute route, List<String> below, ResponseText responses) {
    this.route = route;
    this.below = below;
    this.responses = responses;
    this.traits = Distinction.of(route.all());
  }

  /** The plain value for {@link YamlWriter}. */
  Object value() {
    List<RecordedCall> calls = new ArrayList<>(Distinction.representatives(traits, route.all()));
    calls.sort(Comparator.comparingInt(this::asked).reversed());
    RecordedAnswer fallback = Fallback.of(traits, calls);
    calls.removeAll(Fallback.callsOf(fallback, traits, calls));
    FilePerPath files = FilePerPath.of(route, traits, calls, below, responses);
    calls.removeAll(files.calls());
    calls.forEach(this::addCases);
    if (!files.calls().isEmpty()) {
      cases.add(lines(files.keys()));
    }
    if (fallback != null) {
      cases.add(lines(responses.of(fallback, stem(null) + "-" + fallback.status())));
    }
    return cases.size() == 1 ? cases.get(0) : cases;
  }

  /**
   * How much a case asks for, beside the variables that every path has. A list asks for more than
   * one of its values, which holds for the whole list, too.
   */
  private int asked(RecordedCall call) {
    int asked = 0;
    for (Trait trait : traits) {
      Object value = call.traits().get(trait);
      if (value != null && trait.kind() != Kind.PATH) {
        asked += value instanceof List ? 2 : 1;
      }
    }
    return asked;
  }

  private void addCases(RecordedCall call) {
    List<Run> runs = call.runs();
    List<Run> changing = runs.subList(0, runs.size() - 1);
    Map<String, @Nullable Object> when = ConditionText.of(traits, call);
    String stem = stem(call);
    if (changing.isEmpty()) {
      cases.add(lines(response(when, 0, runs.get(0), stem)));
    } else if (changing.stream().allMatch(run -> run.times() == 1)) {
      List<Object> sequence = new ArrayList<>();
      runs.forEach(run -> sequence.add(responses.of(run.answer(), stem)));
      Map<String, @Nullable Object> keys = response(when);
      keys.put("sequence", sequence);
      cases.add(lines(keys));
    } else {
      changing.forEach(run -> cases.add(lines(response(when, run.times(), run, stem))));
      cases.add(lines(response(when, 0, runs.get(runs.size() - 1), stem)));
    }
  }

  private static Map<String, @Nullable Object> response(Map<String, @Nullable Object> when) {
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    if (!when.isEmpty()) {
      keys.put("when", when);
    }
    return keys;
  }

  private Map<String, @Nullable Object> response(
      Map<String, @Nullable Object> when, int times, Run run, String stem) {
    Map<String, @Nullable Object> keys = response(when);
    if (times > 0) {
      keys.put("times", times);
    }
    keys.putAll(responses.of(run.answer(), stem));
    return keys;
  }

  private static Object lines(Map<String, @Nullable Object> keys) {
    return keys.isEmpty() ? keys : new YamlWriter.Lines(keys);
  }

  /** Where a body's file lies: {@code 7/avatar}, {@code index-page-2}, {@code index-post}. */
  private String stem(@Nullable RecordedCall call) {
    StringBuilder stem = new StringBuilder();
    for (String segment : below) {
      stem.append(stem.isEmpty() ? "" : "/").append(withValues(segment, call));
    }
    if (stem.isEmpty() || stem.charAt(stem.length() - 1) == '/') {
      stem.append("index");
    }
    if (!route.method().equals("GET")) {
      stem.append('-').append(route.method().toLowerCase(Locale.ROOT));
    }
    for (Trait trait : traits) {
      Object value = call == null ? null : call.traits().get(trait);
      if (trait.kind() == Kind.QUERY && value instanceof String text) {
        stem.append('-').append((trait.name() + "-" + text).replace('/', '-'));
      }
    }
    return stem.toString();
  }

  private String withValues(String segment, @Nullable RecordedCall call) {
    String whole = segment;
    for (Trait trait : traits) {
      Object value = call == null ? null : call.traits().get(trait);
      if (trait.kind() == Kind.PATH && value != null) {
        whole = whole.replace("{" + trait.name() + "}", value.toString().replace('/', '-'));
      }
    }
    return whole;
  }
}
