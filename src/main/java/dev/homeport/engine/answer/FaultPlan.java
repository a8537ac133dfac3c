package dev.homeport.engine.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A fault as the author wrote it. */
public enum FaultPlan {
  EMPTY("empty", false),
  RESET("reset", false),
  GARBAGE("garbage", false),
  MALFORMED_CHUNK("malformed-chunk", true),
  CUT("cut", true),
  HANG("hang", false);

  private static final int GARBAGE_BYTES = 512;

  private final String word;
  private final boolean sendsHead;

  FaultPlan(String word, boolean sendsHead) {
    this.word = word;
    this.sendsHead = sendsHead;
  }

  /** The words of all, in the order of this type. */
  public static List<String> words() {
    return Arrays.stream(values()).map(FaultPlan::word).toList();
  }

  /** The one that is called so, or null. */
  public static @Nullable FaultPlan of(String word) {
    return Arrays.stream(values())
        .filter(plan -> plan.word().equals(word))
        .findFirst()
        .orElse(null);
  }

  public String word() {
    return word;
  }

  /** Whether a status and headers are sent before it; else nothing of a response is. */
  public boolean sendsHead() {
    return sendsHead;
  }

  boolean isConstant() {
    return this != GARBAGE;
  }

  /**
   * The fault of one answer.
   *
   * @param random asked only by one that needs chance
   */
  public Fault next(Supplier<Random> random) {
    return switch (this) {
      case EMPTY -> new Fault.Empty();
      case RESET -> new Fault.Reset();
      case GARBAGE -> garbage(random.get());
      case MALFORMED_CHUNK -> new Fault.MalformedChunk();
      case CUT -> new Fault.Cut();
      case HANG -> new Fault.Hang();
    };
  }

  private static Fault garbage(Random random) {
    byte[] bytes = new byte[GARBAGE_BYTES];
    random.nextBytes(bytes);
    bytes[0] |= (byte) 0x80; // no status line begins so
    return new Fault.Garbage(bytes);
  }
}
