package dev.homeport.engine.state;

import dev.homeport.engine.data.Data;

/** What a port remembers at one moment. Immutable. */
public record Moment(State state, Data data) {

  /** Nothing. */
  public static Moment empty() {
    return new Moment(State.empty(), Data.none());
  }

  /** The same, but for the state. */
  public Moment with(State other) {
    return new Moment(other, data);
  }

  /** The same, but for the data. */
  public Moment with(Data others) {
    return new Moment(state, others);
  }
}
