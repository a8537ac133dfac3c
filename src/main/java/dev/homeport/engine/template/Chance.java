package dev.homeport.engine.template;

import java.util.Random;
import java.util.UUID;

/** Draws from a source of chance. Stateless. */
final class Chance {

  private Chance() {}

  /** A number between two, both included. */
  static long between(Random random, long least, long most) {
    if (least >= most) {
      return least;
    }
    if (most < Long.MAX_VALUE) {
      return random.nextLong(least, most + 1);
    }
    return least > Long.MIN_VALUE ? 1 + random.nextLong(least - 1, most) : random.nextLong();
  }

  /** A random UUID, version 4 of RFC 9562, section 5.4. */
  static String uuid(Random random) {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  /** So many characters out of an alphabet of code points. */
  static String text(Random random, int length, int[] alphabet) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }
}
