package dev.homeport.engine;

import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * The source of chance for one request: with a seed it depends on the route and on the number of
 * its call alone, so that other routes do not disturb it. Confined to one thread.
 */
final class RouteChance implements Supplier<Random> {

  private final OptionalLong seed;
  private final String route;
  private long call;

  RouteChance(OptionalLong seed, String route) {
    this.seed = seed;
    this.route = route;
  }

  void call(long number) {
    call = number;
  }

  @Override
  public Random get() {
    return seed.isEmpty()
        ? ThreadLocalRandom.current()
        : new Random(mixed(mixed(seed.getAsLong() + route.hashCode()) + call));
  }

  /**
   * Spreads neighbouring numbers: Random gives similar first values for similar seeds (the
   * finalizer of MurmurHash3).
   */
  private static long mixed(long value) {
    long mixed = value;
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
