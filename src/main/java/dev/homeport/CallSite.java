package dev.homeport;

import java.lang.StackWalker.StackFrame;
import java.util.Set;

/**
 * A line of the user's program, which stands for the file in places: {@code CheckoutTest.java line
 * 31}. Immutable.
 */
record CallSite(String name) {

  private static final Set<Class<?>> OURS =
      Set.of(
          CallSite.class,
          Homeport.class,
          HomeportOptions.class,
          MockRoute.class,
          RequestPattern.class);

  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  /** The line that called into the API. */
  static CallSite here() {
    return STACK.walk(
        frames ->
            frames
                .filter(frame -> !OURS.contains(frame.getDeclaringClass()))
                .findFirst()
                .map(CallSite::of)
                .orElseGet(() -> new CallSite("a text")));
  }

  private static CallSite of(StackFrame frame) {
    String file = frame.getFileName();
    return new CallSite(
        file == null ? frame.getClassName() : file + " line " + frame.getLineNumber());
  }
}
