package dev.homeport.engine;

import dev.homeport.engine.data.Data;
import dev.homeport.engine.data.DataCollection;
import dev.homeport.engine.data.DataLimitException;
import dev.homeport.engine.explain.CaseMiss;
import dev.homeport.engine.explain.Explanation;
import dev.homeport.engine.explain.MissReport;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.route.Lookup;
import dev.homeport.engine.route.Route;
import dev.homeport.engine.route.RouteIndex;
import dev.homeport.engine.state.Memory;
import dev.homeport.engine.state.StateStore;
import dev.homeport.engine.template.RenderException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests from the routes it was given: those of the files, and over them those that were
 * loaded at run time. Safe for any number of threads: the index is immutable and replaced in one
 * atomic step, the counters are exact, and the state changes in one step with the choice of a case.
 */
public final class MockEngine {

  private final Memory memory;
  private final Overrides overrides = new Overrides();
  private final RunKey key;
  private final CaseSelection selection;

  /** Guarded by this. */
  private EngineOptions options;

  /** The routes of the files; guarded by this. */
  private RouteIndex files;

  /** The collections of the files; guarded by this. */
  private LiveCollections collections;

  /** What was loaded at run time, the newest first; guarded by this. */
  private Loaded loaded;

  /** What {@link #reset} leads back to, the last first; never empty, guarded by this. */
  private final Deque<Kept> kept = new ArrayDeque<>();

  /** Both together. */
  private volatile RouteIndex routes;

  /** An engine that begins with these routes, an empty state, no data, and has counted nothing. */
  public MockEngine(RouteIndex files, EngineOptions options) {
    this(files, List.of(), options);
  }

  /**
   * As above, with the collections of the files.
   *
   * @throws IllegalArgumentException when a seed cannot be rendered, or all are too large
   */
  public MockEngine(RouteIndex files, List<CollectionPlan> collections, EngineOptions options) {
    this(
        files,
        LiveCollections.of(collections),
        Kept.beginning(LiveCollections.of(collections), options),
        options,
        new RunKey(options.seed()));
  }

  private MockEngine(
      RouteIndex files,
      LiveCollections collections,
      Kept beginning,
      EngineOptions options,
      RunKey key) {
    this.files = files;
    this.collections = collections;
    this.loaded = beginning.loaded();
    this.kept.push(beginning);
    this.memory = Memory.of(beginning.moment());
    this.options = options;
    this.key = key;
    this.routes = files.under(loaded.routes());
    this.selection = new CaseSelection(options, memory, overrides, key);
  }

  /**
   * Replaces the routes of the files at once; a request that has begun ends with the routes it
   * began with. What was loaded at run time stays over them, and so do the state and the data: a
   * collection begins again only where its seed says something else. Counts of routes and cases
   * that are not there any more are forgotten.
   *
   * @throws IllegalArgumentException when a new seed cannot be rendered, or all are too large; then
   *     nothing is replaced
   */
  public synchronized void use(RouteIndex index, List<CollectionPlan> plans, EngineOptions others) {
    LiveCollections declared = LiveCollections.of(plans);
    Data begun = declared.changedSince(collections).begin(others);
    Set<String> names = declared.under(loaded.collections()).names();
    List<Kept> keptNow = kept.stream().map(each -> each.with(begun, declared)).toList();
    changeData(now -> LiveCollections.put(now, begun, loaded.collections()));
    kept.clear();
    kept.addAll(keptNow);
    files = index;
    collections = declared;
    options = others;
    selection.use(others);
    routes = index.under(loaded.routes());
    changeData(now -> now.only(names));
    memory.counters().keepOnly(CountOwners.of(routes));
  }

  private void changeData(UnaryOperator<Data> change) {
    memory.state().changeAll(now -> now.with(change.apply(now.data())));
  }

  /**
   * Puts routes over all that are there: of the same method and shape of path they are tried first.
   */
  public void load(List<Route> more) {
    load(more, List.of());
  }

  /**
   * As above, with collections that begin now, over those of the same names.
   *
   * @throws IllegalArgumentException when a seed cannot be rendered, or there is too much; then
   *     nothing is loaded
   */
  public synchronized void load(List<Route> more, List<CollectionPlan> plans) {
    LiveCollections added = LiveCollections.of(plans);
    Data begun = added.begin(options);
    changeData(now -> LiveCollections.put(now, begun, LiveCollections.none()));
    loaded = loaded.under(more, added);
    routes = files.under(loaded.routes());
  }

  /**
   * Makes {@link #reset} lead back to the routes that are loaded now, and to state and data of now.
   */
  public synchronized void keepLoaded() {
    kept.push(new Kept(loaded, memory.state().moment()));
  }

  /**
   * Undoes the last {@link #keepLoaded}.
   *
   * @throws IllegalStateException when there is none
   */
  public synchronized void releaseLoaded() {
    if (kept.size() == 1) {
      throw new IllegalStateException("no loaded routes were kept");
    }
    kept.pop();
  }

  /**
   * Forgets every count and override, and the routes that were loaded at run time and not kept;
   * state and data are as they began, or as they were kept.
   */
  public synchronized void reset() {
    Kept back = kept.getFirst();
    memory.counters().reset();
    memory.state().changeAll(now -> back.moment());
    overrides.clear();
    loaded = back.loaded();
    routes = files.under(loaded.routes());
  }

  /**
   * An engine of its own that begins with routes, state and data of this moment, sharing what is
   * compiled and the key that tokens are signed with; it has counted nothing, and its {@link
   * #reset} leads back to these.
   */
  public synchronized MockEngine fork() {
    Kept now = new Kept(loaded, memory.state().moment());
    return new MockEngine(files, collections, now, options, key);
  }

  /** The routes of this moment, those that were loaded at run time first. */
  public List<Route> routes() {
    return routes.routes();
  }

  /** How many requests came to a route. */
  public long calls(Route route) {
    return memory.counters().count(route.identity(), "");
  }

  /** What {@code set} and {@code state} are about, and the data. */
  public StateStore state() {
    return memory.state();
  }

  /** The collections that are declared, those that were loaded at run time among them. */
  public synchronized List<CollectionPlan> collections() {
    return collections.under(loaded.collections()).all();
  }

  /**
   * Replaces what a collection holds, until {@link #reset}.
   *
   * @param value a list of records, which may be without ids; any value for a collection of that
   *     kind
   * @throws IllegalArgumentException when there is no such collection, or the value is none for it,
   *     or too large ({@link DataLimitException})
   */
  public synchronized void setData(String name, @Nullable Object value) {
    CollectionPlan plan = collections.under(loaded.collections()).plans().get(name);
    if (plan == null) {
      throw new IllegalArgumentException("there is no collection '" + name + "'");
    }
    DataCollection collection = plan.of(value, () -> UUID.randomUUID().toString());
    changeData(now -> now.with(collection));
  }

  /**
   * Puts something on a route for a while, in place of what was put there before. It is on every
   * route of that key, also on one that is read or loaded later; until {@link #reset}.
   *
   * @param nanoTime what its time is measured by: {@link System#nanoTime}
   */
  public void override(String routeKey, RouteOverride override, LongSupplier nanoTime) {
    overrides.put(routeKey, override, nanoTime);
  }

  /** Takes away what was put on a route; false when there is nothing. */
  public boolean endOverride(String routeKey) {
    return overrides.end(routeKey);
  }

  /** What is put on a route now. */
  public Optional<RunningOverride> overrideOn(Route route) {
    return Optional.ofNullable(overrides.on(route));
  }

  /** Hosts that the routes name, in lower case; requests to them are meant for this server. */
  public Set<String> namedHosts() {
    return routes.namedHosts();
  }

  /** Finds the routes for a request's method and path; looks at nothing else, never blocks. */
  public Lookup lookup(Request request) {
    return routes.find(request);
  }

  /** Answers; may block only if {@link Lookup#mayBlock()}. Never throws for what a client sent. */
  public Decision answer(Request request, Lookup lookup) {
    try {
      if (lookup instanceof Lookup.Found found) {
        return answer(request, found);
      }
      String allow = OwnReplies.allowed(request, lookup);
      return allow != null
          ? OwnReplies.options(allow)
          : OwnReplies.unanswered(request, OwnReplies.report(request, lookup, routes));
    } catch (RenderException e) {
      return OwnReplies.unanswered(request, OwnReplies.brokenTemplate(request, e));
    } catch (RuntimeException e) {
      return OwnReplies.unanswered(request, OwnReplies.failure(request, e));
    }
  }

  private Decision answer(Request request, Lookup.Found found) {
    Decision fixed = selection.fixed(request, found);
    if (fixed != null) {
      return fixed;
    }
    List<CaseMiss> misses = new ArrayList<>(0);
    Chosen chosen = selection.choose(request, found, misses);
    return chosen == null
        ? OwnReplies.unanswered(request, MissReport.noCase(request, misses, routes))
        : selection.answer(chosen);
  }

  /**
   * Which route and case would answer the request if it came now, and why; or why none would.
   * Changes no count and answers nothing. May look at files, and so block; never throws for what a
   * client sent.
   *
   * @param asked of the method {@code WS} stands for the handshake of a WebSocket
   */
  public Explanation explain(Request asked) {
    return new Explainer(selection).explain(asked, routes);
  }
}
