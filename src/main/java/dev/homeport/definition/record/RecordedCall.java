package dev.homeport.definition.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request, and what was answered each time it came. Equal answers that follow each other are
 * held once. Not safe for several threads.
 */
final class RecordedCall {

  /**
   * The same answer so many times in a row.
   *
   * @param times from 1
   */
  record Run(RecordedAnswer answer, int times) {}

  private final Map<Trait, Object> traits;
  private final List<Run> runs = new ArrayList<>();

  RecordedCall(Map<Trait, Object> traits) {
    this.traits = Collections.unmodifiableMap(new LinkedHashMap<>(traits));
  }

  /** The same with one more trait. */
  RecordedCall with(Trait trait, Object value) {
    Map<Trait, Object> more = new LinkedHashMap<>();
    more.put(trait, value);
    more.putAll(traits);
    RecordedCall call = new RecordedCall(more);
    call.runs.addAll(runs);
    return call;
  }

  /** Adds an answer, and gives the equal one that is held already, or this one. */
  RecordedAnswer add(RecordedAnswer answer) {
    if (!runs.isEmpty()) {
      int last = runs.size() - 1;
      Run run = runs.get(last);
      if (run.answer().equals(answer)) {
        runs.set(last, new Run(run.answer(), run.times() + 1));
        return run.answer();
      }
    }
    RecordedAnswer known = answer;
    for (Run run : runs) {
      known = run.answer().equals(answer) ? run.answer() : known;
    }
    runs.add(new Run(known, 1));
    return known;
  }

  /** What the request says. */
  Map<Trait, Object> traits() {
    return traits;
  }

  /** The answers in their order; never empty once one was added. */
  List<Run> runs() {
    return runs;
  }

  /** Whether it was always answered alike. */
  boolean isConstant() {
    return runs.size() == 1;
  }

  /** The first answer. */
  RecordedAnswer first() {
    return runs.get(0).answer();
  }
}
