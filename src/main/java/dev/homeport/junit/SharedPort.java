package dev.homeport.junit;

import dev.homeport.Homeport;
import dev.homeport.VerificationError;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The one port of a class, as the class, a class nested in it, or a test has it: one of them at a
 * time. Each finds an empty journal and the routes that those around it loaded, and leaves so.
 * Opened and ended by any thread, but not at the same time: that is found out and refused.
 */
final class SharedPort implements Port {

  private final String name;
  private final Homeport homeport;
  private final Rules rules;
  private final RouteUse use;
  private final @Nullable SharedPort outer;
  private final Runnable whenClosed;

  /** Who has it now; the same reference for all that share it. */
  private final AtomicReference<SharedPort> holder;

  /** Whether what this has loaded outlives the resets within it. */
  private boolean kept;

  /** What came while this had the port itself, between the tests within it. */
  private @Nullable VerificationError outsideOfTests;

  /**
   * The port as its class has it.
   *
   * @param whenClosed may be run more than once
   */
  SharedPort(String name, Homeport homeport, Rules rules, RouteUse use, Runnable whenClosed) {
    this.name = name;
    this.homeport = homeport;
    this.rules = rules;
    this.use = use;
    this.outer = null;
    this.whenClosed = whenClosed;
    this.holder = new AtomicReference<>(this);
  }

  private SharedPort(String name, SharedPort outer) {
    this.name = name;
    this.homeport = outer.homeport;
    this.rules = outer.rules;
    this.use = outer.use;
    this.outer = outer;
    this.whenClosed = () -> {};
    this.holder = outer.holder;
  }

  @Override
  public Homeport homeport() {
    return homeport;
  }

  @Override
  public RouteUse use() {
    return use;
  }

  @Override
  public SharedPort open(String inner) {
    SharedPort opened = new SharedPort(inner, this);
    SharedPort now = holder.compareAndExchange(this, opened);
    if (now != this) {
      throw new IllegalStateException(
          "'"
              + inner
              + "' starts while '"
              + now.name
              + "' has the one port of the class: with isolation = PER_CLASS the tests run one after"
              + " the other (write @Execution(SAME_THREAD), or isolation = PER_TEST)");
    }
    judge();
    if (!kept) {
      homeport.keepLoaded();
      kept = true;
    }
    homeport.reset();
    return opened;
  }

  private void judge() {
    use.add(homeport);
    try {
      rules.judge(homeport);
    } catch (VerificationError e) {
      if (outsideOfTests == null) {
        outsideOfTests = e;
      } else {
        outsideOfTests.addSuppressed(e);
      }
    }
  }

  @Override
  public void end() {
    if (holder.get() == this) {
      judge();
    }
    close();
    if (outsideOfTests != null) {
      throw outsideOfTests;
    }
  }

  @Override
  public void close() {
    if (outer == null) {
      homeport.close();
      whenClosed.run();
    } else if (holder.get() == this) {
      if (kept) {
        homeport.releaseLoaded();
      }
      homeport.reset();
      holder.set(outer);
    }
  }
}
