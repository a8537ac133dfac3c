package dev.homeport.engine;

import dev.homeport.engine.data.Data;
import dev.homeport.engine.state.Moment;

/** What a reset leads back to. Immutable. */
record Kept(Loaded loaded, Moment moment) {

  /** An empty state, and collections that begin. */
  static Kept beginning(LiveCollections collections, EngineOptions options) {
    return new Kept(Loaded.nothing(), Moment.empty().with(collections.begin(options)));
  }

  /**
   * After a reload.
   *
   * @param begun collections that began anew
   * @param declared those of the files, all of them
   */
  Kept with(Data begun, LiveCollections declared) {
    Data data = LiveCollections.put(moment.data(), begun, loaded.collections());
    return new Kept(loaded, moment.with(data.only(declared.under(loaded.collections()).names())));
  }
}
