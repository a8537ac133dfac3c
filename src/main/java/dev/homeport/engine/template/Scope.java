package dev.homeport.engine.template;

import dev.homeport.engine.data.Data;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.state.Counters;
import dev.homeport.engine.state.Memory;
import dev.homeport.engine.state.Moment;
import dev.homeport.engine.state.State;
import java.time.Clock;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The data of one request that conditions and templates see. Made once a request, then narrowed
 * ({@link #withVars}, {@link #inRound}); values are computed when first asked for and stay the same
 * for the whole answer. Confined to the thread that works on the request.
 */
public final class Scope {

  /**
   * A round of a block: the item (the enclosing one under {@code #repeat}) and where it stands.
   *
   * @param ownItem whether the block has an item of its own, as {@code #each} and {@code #with}
   * @param index 0-based
   * @param key the field's name when the block goes over an object
   * @param outer the round of the block around, or null
   */
  public record Round(
      @Nullable Object item,
      boolean ownItem,
      int index,
      boolean first,
      boolean last,
      @Nullable String key,
      @Nullable Round outer) {}

  /** A named value, rendered when first asked for. */
  public record Var(String name, ValueTemplate value) {}

  /** What {@link Var} renders: a template or a JSON value with templates in it. */
  @FunctionalInterface
  public interface ValueTemplate {
    @Nullable Object value(Scope scope);
  }

  private final Exchange exchange;
  private final Map<String, Var> definitions;

  private final @Nullable Round round;

  private Scope(Exchange exchange, Map<String, Var> definitions, @Nullable Round round) {
    this.exchange = exchange;
    this.definitions = definitions;
    this.round = round;
  }

  /**
   * The scope of one request.
   *
   * @param path the decoded path variables
   * @param route the route's name, or null when it has none
   * @param randoms makes the source of chance when first needed; deterministic when a seed was
   *     given
   * @param signingKey gives the key of the run, and makes it when first needed
   */
  public static Scope of(
      Request request,
      Map<String, String> path,
      @Nullable String route,
      Clock clock,
      Supplier<Random> randoms,
      Memory memory,
      Supplier<SigningKey> signingKey) {
    Exchange exchange = new Exchange(request, path, route, clock, randoms, memory, signingKey);
    return new Scope(exchange, Map.of(), null);
  }

  /**
   * A scope that also sees these names; one that is there already is replaced, and seen by the one
   * that replaces it: {@code vars: { title: "{{vars.title}}, again" }}.
   */
  @SuppressWarnings("ReferenceEquality") // vars that are written alike are two all the same
  public Scope withVars(List<Var> vars) {
    if (vars.isEmpty()) {
      return this;
    }
    Map<String, Var> all = new LinkedHashMap<>(definitions);
    for (Var var : vars) {
      Var before = all.put(var.name(), var);
      if (before != null && before != var) {
        exchange.replace(before, var);
      }
    }
    return new Scope(exchange, all, round);
  }

  /**
   * A scope for one round of a block.
   *
   * @throws RenderException when an answer has more than a million rounds
   */
  public Scope inRound(Round inner) {
    exchange.rounds++;
    if (exchange.rounds > Limits.MAX_ROUNDS) {
      throw new RenderException(
          "the blocks of an answer make more than " + Limits.MAX_ROUNDS + " rounds", null);
    }
    return new Scope(exchange, definitions, inner);
  }

  /**
   * The scope for one item of an answer that is sent item by item, each with an instant of its own
   * and {@code @index}, {@code @number}, {@code @first} and {@code @last}. Vars keep their values.
   *
   * @param index over all rounds, 0-based; shown as the largest int when it is beyond
   */
  public Scope atItem(long index, boolean last) {
    exchange.now = null;
    exchange.rounds = 0;
    if (exchange.random instanceof ThreadLocalRandom) {
      exchange.random = null; // belongs to the thread that began
    }
    int shown = (int) Math.min(index, Integer.MAX_VALUE - 1);
    Round item = new Round(null, false, shown, index == 0, last, null, null);
    return new Scope(exchange, definitions, item);
  }

  public Request request() {
    return exchange.request;
  }

  public Map<String, String> path() {
    return exchange.path;
  }

  public @Nullable String route() {
    return exchange.route;
  }

  public Counters counters() {
    return exchange.memory.counters();
  }

  /** The state, as it was when it was first asked for: one state an answer, but for its own set. */
  public State state() {
    return moment().state();
  }

  /** The data, of the same moment as the state. */
  public Data data() {
    return moment().data();
  }

  /** State and data. */
  public Moment moment() {
    Moment moment = exchange.moment;
    if (moment == null) {
      moment = exchange.memory.state().moment();
      exchange.moment = moment;
    }
    return moment;
  }

  /** Shows the request another moment from now on. */
  public void see(Moment moment) {
    exchange.moment = moment;
  }

  /** Shows the same state as another scope of the same request, if that was asked for it. */
  public void seeStateOf(Scope other) {
    exchange.moment = other.exchange.moment;
  }

  /** The key that tokens of this run are signed with. */
  SigningKey signingKey() {
    return exchange.signingKey.get();
  }

  /** The number of this call of the route, beginning at 1; 0 when the route does not count. */
  public long call() {
    return exchange.call;
  }

  /** Sets the number of this call, before the case that asks is tried. */
  public void call(long number) {
    exchange.call = number;
  }

  /** One instant an answer. */
  public Instant now() {
    Instant now = exchange.now;
    if (now == null) {
      now = exchange.clock.instant();
      exchange.now = now;
    }
    return now;
  }

  public Random random() {
    Random random = exchange.random;
    if (random == null) {
      random = exchange.randoms.get();
      exchange.random = random;
    }
    return random;
  }

  /** A random id for a record; repeats with {@code --seed}. */
  public String newId() {
    return Chance.uuid(random());
  }

  /** The innermost round of a block around the text, or null. */
  public @Nullable Round round() {
    return round;
  }

  /** The names of all vars in sight. */
  public Iterable<String> varNames() {
    return definitions.keySet();
  }

  /** A named value, rendered once an answer; null when there is none of that name. */
  public @Nullable Object var(String name) {
    Var var = definitions.get(name);
    if (var == null) {
      return null;
    }
    IdentityHashMap<Var, @Nullable Object> rendered = exchange.rendered();
    if (rendered.containsKey(var)) {
      return rendered.get(var);
    }
    rendered.put(var, null); // a value that names itself is missing, not endless
    Object value;
    try {
      value = var.value().value(around(var));
    } catch (RenderException e) {
      rendered.remove(var); // it fails again when it is asked for again
      throw e;
    }
    rendered.put(var, value);
    return value;
  }

  /** What a var sees while it is rendered: no round, and of its own name the one it replaced. */
  private Scope around(Var var) {
    Var before = exchange.replaced == null ? null : exchange.replaced.get(var);
    if (before == null) {
      return round == null ? this : new Scope(exchange, definitions, null);
    }
    Map<String, Var> seen = new LinkedHashMap<>(definitions);
    seen.put(var.name(), before);
    return new Scope(exchange, seen, null);
  }
}
