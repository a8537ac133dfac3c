package dev.homeport.engine.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Exact counts by owner (a route, a case, a {@code counter} of a template) and key (the rendered
 * {@code per}). Safe for any number of threads; at most 10,000 keys an owner, the oldest forgotten
 * first.
 */
public final class Counters {

  /** Most keys that an owner may have. */
  public static final int MAX_KEYS = 10_000;

  /** What was counted before these began, or null for nothing. */
  private final @Nullable Counters before;

  private final Map<String, Count> unkeyed = new ConcurrentHashMap<>();
  private final Map<String, Keyed> keyed = new ConcurrentHashMap<>();

  /** Another one after each time that counts were forgotten: a {@link Count} of before is none. */
  private volatile Object generation = new Object();

  public Counters() {
    this(null);
  }

  private Counters(@Nullable Counters before) {
    this.before = before;
  }

  /** Counters that go on from here and leave these as they are: to see what would be counted. */
  public Counters preview() {
    return new Counters(this);
  }

  /** Adds one and returns the new count: 1, 2, 3, … */
  public long next(String owner, String key) {
    return key.isEmpty() ? unkeyed(owner).next() : keyed(owner).change(key, Count::next);
  }

  /** The count without a key of one that counts so often that it keeps this. */
  public Count count(String owner) {
    Object now = generation;
    Count found = unkeyed(owner);
    found.isOfNow(now);
    return found;
  }

  /** Whether a count that somebody has kept is one of these, and was not forgotten since. */
  public boolean has(Count known) {
    return known.isOf(generation);
  }

  /** Adds one if the count is below the limit; false, and nothing counted, when it is not. */
  public boolean tryTake(String owner, String key, long limit) {
    return key.isEmpty()
        ? unkeyed(owner).tryTake(limit)
        : keyed(owner).change(key, count -> count.tryTake(limit));
  }

  /** The count so far; 0 when nothing was counted. */
  public long count(String owner, String key) {
    if (key.isEmpty()) {
      Count count = unkeyed.get(owner);
      return count == null ? earlier(owner, key) : count.get();
    }
    Keyed counts = keyed.get(owner);
    Count count = counts == null ? null : counts.known(key);
    return count == null ? earlier(owner, key) : count.get();
  }

  /** Forgets the counts of all owners but these. */
  public void keepOnly(Predicate<String> owners) {
    unkeyed.keySet().removeIf(owners.negate());
    keyed.keySet().removeIf(owners.negate());
    generation = new Object();
  }

  /** Forgets every count. */
  public void reset() {
    unkeyed.clear();
    keyed.clear();
    generation = new Object();
  }

  private long earlier(String owner, String key) {
    return before == null ? 0 : before.count(owner, key);
  }

  private Count unkeyed(String owner) {
    Count known = unkeyed.get(owner);
    return known != null
        ? known
        : unkeyed.computeIfAbsent(owner, any -> new Count(earlier(owner, "")));
  }

  private Keyed keyed(String owner) {
    Keyed known = keyed.get(owner);
    return known != null
        ? known
        : keyed.computeIfAbsent(owner, any -> new Keyed(key -> earlier(owner, key)));
  }

  /**
   * The counts of one owner; guarded by itself, so that forgetting a key and counting it cannot
   * cross.
   */
  private static final class Keyed {

    private final Map<String, Count> counts =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MAX_KEYS;
          }
        };

    private final ToLongFunction<String> earlier;

    Keyed(ToLongFunction<String> earlier) {
      this.earlier = earlier;
    }

    synchronized <T> T change(String key, Function<Count, T> change) {
      return change.apply(counts.computeIfAbsent(key, any -> new Count(earlier.applyAsLong(key))));
    }

    synchronized @Nullable Count known(String key) {
      return counts.get(key);
    }
  }
}
