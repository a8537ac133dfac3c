package dev.homeport.engine.template;

import dev.homeport.engine.http.Request;
import dev.homeport.engine.state.Memory;
import dev.homeport.engine.state.Moment;
import java.time.Clock;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all scopes of one request share. Confined to the thread that works on the request. */
final class Exchange {

  final Request request;
  final Map<String, String> path;
  final @Nullable String route;
  final Clock clock;
  final Supplier<Random> randoms;
  final Memory memory;
  final Supplier<SigningKey> signingKey;

  /** By the var itself: another of the same name has another value. Null before the first. */
  @Nullable IdentityHashMap<Scope.Var, @Nullable Object> rendered;

  /**
   * To the var that replaced it, the var of the same name that was in sight before; null before the
   * first.
   */
  @Nullable IdentityHashMap<Scope.Var, Scope.Var> replaced;

  /** What the request sees of state and data; null until something asks. */
  @Nullable Moment moment;

  long call;
  int rounds;
  @Nullable Instant now;
  @Nullable Random random;

  Exchange(
      Request request,
      Map<String, String> path,
      @Nullable String route,
      Clock clock,
      Supplier<Random> randoms,
      Memory memory,
      Supplier<SigningKey> signingKey) {
    this.request = request;
    this.path = path;
    this.route = route;
    this.clock = clock;
    this.randoms = randoms;
    this.memory = memory;
    this.signingKey = signingKey;
  }

  IdentityHashMap<Scope.Var, @Nullable Object> rendered() {
    IdentityHashMap<Scope.Var, @Nullable Object> known = rendered;
    if (known == null) {
      known = new IdentityHashMap<>(4);
      rendered = known;
    }
    return known;
  }

  void replace(Scope.Var before, Scope.Var after) {
    IdentityHashMap<Scope.Var, Scope.Var> known = replaced;
    if (known == null) {
      known = new IdentityHashMap<>(2);
      replaced = known;
    }
    known.put(after, before);
  }
}
