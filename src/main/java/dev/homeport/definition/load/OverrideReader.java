package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.RouteOverride;
import dev.homeport.engine.answer.Delay;
import dev.homeport.engine.answer.DelayPlan;
import dev.homeport.engine.answer.FaultPlan;
import dev.homeport.engine.answer.StatusPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads what is put on a route for a while. */
final class OverrideReader {

  private static final List<String> KEYS = List.of("status", "delay", "fault", "for", "times");
  private static final String EXAMPLE = "write { \"status\": 503, \"for\": \"30s\" }";

  private final Reading reading;

  OverrideReader(Reading reading) {
    this.reading = reading;
  }

  /** The override; null when a problem was reported. */
  @Nullable RouteOverride read(@Nullable YamlNode node) {
    if (!reading.problems().isEmpty()) {
      return null;
    }
    if (!(node instanceof YamlMapping mapping)) {
      Location at = node == null ? Location.startOf(name()) : node.at();
      String found = node == null ? "nothing" : node.described();
      reading.problem(at, "expected an override, a mapping, found " + found, EXAMPLE);
      return null;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!KEYS.contains(entry.name())) {
        reading.unknownKey(entry, KEYS, "an override");
      }
    }
    OptionalInt status = status(mapping.get("status"));
    Optional<Delay> delay = delay(mapping.get("delay"));
    Optional<FaultPlan> fault = fault(mapping.get("fault"), status);
    Optional<Duration> lasting = lasting(mapping.get("for"));
    long times = times(mapping.get("times"));
    if (reading.problems().isEmpty() && status.isEmpty() && delay.isEmpty() && fault.isEmpty()) {
      reading.problem(mapping.at(), "an override has a status, a delay or a fault", EXAMPLE);
    }
    return reading.problems().isEmpty()
        ? new RouteOverride(status, delay, fault, lasting, times)
        : null;
  }

  private String name() {
    return reading.shown(reading.file());
  }

  private OptionalInt status(@Nullable YamlNode node) {
    if (node == null) {
      return OptionalInt.empty();
    }
    if (isWhole(node, 3) && node instanceof YamlScalar scalar) {
      int status = Integer.parseInt(scalar.text());
      if (StatusPlan.isFinal(status)) {
        return OptionalInt.of(status);
      }
    }
    reading.expected("status", "a number from 200 to 599", node);
    return OptionalInt.empty();
  }

  private Optional<Delay> delay(@Nullable YamlNode node) {
    DelayPlan plan = new DelayReader(reading).read(node);
    if (plan == null || node == null) {
      return Optional.empty();
    }
    if (plan.delay() == null) {
      reading.problem(node.at(), "delay: a template cannot stand here", "write 250ms or 1s..3s");
    }
    return Optional.ofNullable(plan.delay());
  }

  private Optional<FaultPlan> fault(@Nullable YamlNode node, OptionalInt status) {
    FaultPlan fault = node == null ? null : new FaultReader(reading).read(node);
    if (fault == null || node == null) {
      return Optional.empty();
    }
    if (status.isPresent() && !fault.sendsHead()) {
      reading.problem(
          node.at(), "fault: '" + fault.word() + "' sends no status", "leave one of them out");
    } else if (fault == FaultPlan.CUT && status.isPresent() && status.getAsInt() < 400) {
      reading.problem(
          node.at(),
          "fault: this " + status.getAsInt() + " has no body to cut",
          "leave the status out to cut what the route answers");
    }
    return Optional.of(fault);
  }

  private Optional<Duration> lasting(@Nullable YamlNode node) {
    if (node == null) {
      return Optional.empty();
    }
    if (!(node instanceof YamlScalar scalar) || !Scalars.isText(scalar)) {
      reading.expected("for", "a time like 30s", node);
      return Optional.empty();
    }
    try {
      Duration lasting = Delay.duration(scalar.text());
      if (lasting.isZero()) {
        reading.problem(scalar.at(), "for: no time at all", "write 30s, or leave it out");
      }
      return Optional.of(lasting);
    } catch (SyntaxException e) {
      reading.problem(scalar.at(), "for: " + e.getMessage(), e.hint());
      return Optional.empty();
    }
  }

  private long times(@Nullable YamlNode node) {
    if (node == null) {
      return 0;
    }
    if (isWhole(node, 9) && node instanceof YamlScalar scalar) {
      long times = Long.parseLong(scalar.text());
      if (times > 0) {
        return times;
      }
    }
    reading.expected("times", "a number from 1", node);
    return 0;
  }

  private static boolean isWhole(YamlNode node, int digits) {
    return node instanceof YamlScalar scalar
        && scalar.kind() == YamlScalar.Kind.INTEGER
        && scalar.text().matches("\\d{1," + digits + "}");
  }
}
