package dev.homeport.definition.load;

import dev.homeport.engine.answer.Delay;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Values that somebody set, checked already; the accessors give the default where nobody did.
 * Immutable.
 */
public record Settings(Map<Setting, String> values) {

  public Settings {
    values = Map.copyOf(values);
  }

  public static Settings none() {
    return new Settings(Map.of());
  }

  /** These settings, and where they are silent, the others. */
  public Settings orElse(Settings lower) {
    throw new AssertionError("skeleton");
  }

  /** The port asked for: empty for {@code auto} (the default), 0 for any, else the number. */
  public OptionalInt port() {
    throw new AssertionError("skeleton");
  }

  /** The address to listen on; empty for loopback, both families. */
  public Optional<String> host() {
    throw new AssertionError("skeleton");
  }

  public boolean strict() {
    throw new AssertionError("skeleton");
  }

  /** The delay of every route that has none of its own; empty for none. */
  public Optional<Delay> delay() {
    throw new AssertionError("skeleton");
  }

  public OptionalLong seed() {
    throw new AssertionError("skeleton");
  }

  /** The clock that templates see: the system's in UTC, or one that stands still. */
  public Clock clock() {
    throw new AssertionError("skeleton");
  }

  /** Largest request body in bytes; 64 MiB by default. */
  public long maxBodyBytes() {
    throw new AssertionError("skeleton");
  }

  public boolean quiet() {
    throw new AssertionError("skeleton");
  }

  public boolean json() {
    throw new AssertionError("skeleton");
  }

  public boolean ignoreTrailingSlash() {
    throw new AssertionError("skeleton");
  }
}
