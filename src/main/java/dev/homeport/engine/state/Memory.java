package dev.homeport.engine.state;

/** What a port remembers from one request to the next. Safe for any number of threads. */
public record Memory(Counters counters, StateStore state) {

  /** One in which nothing was counted, and there are no data. */
  public static Memory of(State state) {
    return of(Moment.empty().with(state));
  }

  /** One in which nothing was counted. */
  public static Memory of(Moment beginning) {
    return new Memory(new Counters(), new BoundedState(beginning));
  }

  /** One that goes on from here and leaves the counts as they are; the state is the same. */
  public Memory preview() {
    return new Memory(counters.preview(), state);
  }
}
