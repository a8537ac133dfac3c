package dev.homeport.engine.verify;

import dev.homeport.diagnostic.VisibleText;

/** Texts of a verdict: on one line, fit to be shown, not too long. */
final class Bounded {

  /** Longer than what conditions quote; so only what is strange is cut. */
  private static final int LONGEST = 600;

  private static final int LONGEST_TARGET = 200;

  private Bounded() {}

  static String line(String text) {
    return VisibleText.of(text, LONGEST);
  }

  static String target(String target) {
    return VisibleText.of(target, LONGEST_TARGET);
  }
}
