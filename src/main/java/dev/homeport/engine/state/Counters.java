package dev.homeport.engine.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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

  private final Map<String, AtomicLong> unkeyed = new ConcurrentHashMap<>();
  private final Map<String, Keyed> keyed = new ConcurrentHashMap<>();

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
    if (key.isEmpty()) {
      return unkeyed(owner).incrementAndGet();
    }
    return keyed(owner).change(key, AtomicLong::incrementAndGet);
  }

  /** Adds one if the count is below the limit; false, and nothing counted, when it is not. */
  public boolean tryTake(String owner, String key, long limit) {
    if (key.isEmpty()) {
      return take(unkeyed(owner), limit);
    }
    return keyed(owner).change(key, count -> take(count, limit));
  }

  /** The count so far; 0 when nothing was counted. */
  public long count(String owner, String key) {
    if (key.isEmpty()) {
      AtomicLong count = unkeyed.get(owner);
      return count == null ? earlier(owner, key) : count.get();
    }
    Keyed counts = keyed.get(owner);
    AtomicLong count = counts == null ? null : counts.known(key);
    return count == null ? earlier(owner, key) : count.get();
  }

  /** Forgets the counts of all owners but these. */
  public void keepOnly(Predicate<String> owners) {
    unkeyed.keySet().removeIf(owners.negate());
    keyed.keySet().removeIf(owners.negate());
  }

  /** Forgets every count. */
  public void reset() {
    unkeyed.clear();
    keyed.clear();
  }

  private long earlier(String owner, String key) {
    return before == null ? 0 : before.count(owner, key);
  }

  private AtomicLong unkeyed(String owner) {
    AtomicLong known = unkeyed.get(owner);
    return known != null
        ? known
        : unkeyed.computeIfAbsent(owner, any -> new AtomicLong(earlier(owner, "")));
  }

  private Keyed keyed(String owner) {
    Keyed known = keyed.get(owner);
    return known != null
        ? known
        : keyed.computeIfAbsent(owner, any -> new Keyed(key -> earlier(owner, key)));
  }

  private static boolean take(AtomicLong count, long limit) {
    return count.getAndUpdate(now -> now < limit ? now + 1 : now) < limit;
  }

  /**
   * The counts of one owner; guarded by itself, so that forgetting a key and counting it cannot
   * cross.
   */
  private static final class Keyed {

    private final Map<String, AtomicLong> counts =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, AtomicLong> eldest) {
            return size() > MAX_KEYS;
          }
        };

    private final ToLongFunction<String> earlier;

    Keyed(ToLongFunction<String> earlier) {
      this.earlier = earlier;
    }

    synchronized <T> T change(String key, Function<AtomicLong, T> change) {
      return change.apply(
          counts.computeIfAbsent(key, any -> new AtomicLong(earlier.applyAsLong(key))));
    }

    synchronized @Nullable AtomicLong known(String key) {
      return counts.get(key);
    }
  }
}
