package dev.homeport.engine.state;

import dev.homeport.engine.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Named values at one moment, as {@code set} writes and {@code state.x} reads them. Immutable: a
 * changed one is another, which shares nearly all with this one, so that a change costs about the
 * same however many names there are.
 */
public final class State {

  /** Most names. */
  public static final int MAX_NAMES = 10_000;

  /** Most characters of all names and values together, as JSON: 8 Mi. */
  public static final long MAX_SIZE = 8L << 20;

  /** Deepest nesting of a value. */
  public static final int MAX_DEPTH = Json.MAX_DEPTH;

  private static final int PARTS = 128;

  private static final String HOW_TO_GO_ON =
      " (set what is done with to absent; a reset, or DELETE /__homeport/state, empties it)";

  private static final State EMPTY = new State(Collections.nCopies(PARTS, Map.of()), 0, 0);

  /** By the hash of the name; a change copies one of them, and this list. */
  private final List<Map<String, StateValue>> parts;

  private final int names;
  private final long size;

  private State(List<Map<String, StateValue>> parts, int names, long size) {
    this.parts = parts;
    this.names = names;
    this.size = size;
  }

  /** Without any name. */
  public static State empty() {
    return EMPTY;
  }

  /** Whether there is such a name; its value may be JSON's null. */
  public boolean has(String name) {
    return part(name).containsKey(name);
  }

  /**
   * The value of a name, unmodifiable: Map, List, String, Number, Boolean, or null for JSON's null
   * and for a name that is not there.
   */
  public @Nullable Object get(String name) {
    StateValue value = part(name).get(name);
    return value == null ? null : value.plain();
  }

  /** Every name with its value, in the order of the names; a copy. */
  public Map<String, @Nullable Object> values() {
    Map<String, @Nullable Object> values = new TreeMap<>();
    for (Map<String, StateValue> part : parts) {
      part.forEach((name, value) -> values.put(name, value.plain()));
    }
    return values;
  }

  /**
   * The same, but for the value of one name.
   *
   * @param value plain values of JSON (Map, Iterable, String, Number, Boolean, null), copied; what
   *     else it may be is its text
   * @throws StateLimitException when there are too many names, the whole is too large, or the value
   *     is nested too deep
   */
  public State with(String name, @Nullable Object value) {
    StateValue added = StateValue.of(value);
    StateValue before = part(name).get(name);
    if (before == null && names == MAX_NAMES) {
      throw new StateLimitException(
          "the state would have more than " + MAX_NAMES + " names" + HOW_TO_GO_ON);
    }
    long grown = size + added.size() + (before == null ? name.length() : -before.size());
    if (grown > MAX_SIZE) {
      throw tooLarge();
    }
    Map<String, StateValue> part = new HashMap<>(part(name));
    part.put(name, added);
    return new State(parts(name, part), before == null ? names + 1 : names, grown);
  }

  /** The same without one name. */
  public State without(String name) {
    StateValue before = part(name).get(name);
    if (before == null) {
      return this;
    }
    Map<String, StateValue> part = new HashMap<>(part(name));
    part.remove(name);
    return new State(parts(name, part), names - 1, size - before.size() - name.length());
  }

  static StateLimitException tooLarge() {
    return new StateLimitException(
        "the state would be larger than " + (MAX_SIZE >> 20) + " MiB" + HOW_TO_GO_ON);
  }

  private Map<String, StateValue> part(String name) {
    return parts.get(index(name));
  }

  private List<Map<String, StateValue>> parts(String name, Map<String, StateValue> part) {
    List<Map<String, StateValue>> others = new ArrayList<>(parts);
    others.set(index(name), part);
    return others;
  }

  private static int index(String name) {
    int hash = name.hashCode();
    return (hash ^ hash >>> 16) & (PARTS - 1);
  }
}
