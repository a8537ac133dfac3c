package dev.homeport.server.control;

import static dev.homeport.server.control.Operation.at;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.definition.load.TextReader;
import dev.homeport.diagnostic.Suggestion;
import dev.homeport.engine.CollectionPlan;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.RouteOverride;
import dev.homeport.engine.RunningOverride;
import dev.homeport.engine.answer.Delay;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.route.Route;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The routes that are served, more of them, and what is put on them for a while. */
final class RouteOperations {

  /** Most routes, however they came; a client that goes on posting must not fill the heap. */
  private static final int MOST_ROUTES = 100_000;

  private final ControlledPort port;
  private final MockEngine engine;
  private final AtomicLong posted = new AtomicLong();

  RouteOperations(ControlledPort port) {
    this.port = port;
    this.engine = port.engine();
  }

  Stream<Operation> all() {
    return Stream.of(
        Operation.get("/routes", call -> routes()),
        Operation.put("/routes/{id}/override", at(this::override)),
        Operation.delete("/routes/{id}/override", at(this::endOverride)),
        Operation.post("/mocks", at(this::load)).orYaml());
  }

  private Reply routes() {
    return Answers.json(200, Map.of("routes", engine.routes().stream().map(this::json).toList()));
  }

  private Map<String, Object> json(Route route) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", RouteIds.of(route));
    json.put("key", route.key());
    json.put("name", route.name());
    json.put("tags", tags(route));
    json.put("at", route.at().toString());
    json.put("answers", route.summary());
    json.put("calls", engine.calls(route));
    json.put("override", engine.overrideOn(route).map(RouteOperations::json).orElse(null));
    return json;
  }

  private static List<String> tags(Route route) {
    TreeSet<String> tags = new TreeSet<>();
    route.own().cases().stream()
        .flatMap(each -> each.choice().plans().stream())
        .forEach(plan -> tags.addAll(plan.tags()));
    return List.copyOf(tags);
  }

  private static Map<String, Object> json(RunningOverride running) {
    RouteOverride override = running.override();
    Map<String, Object> json = new LinkedHashMap<>();
    override.status().ifPresent(status -> json.put("status", status));
    override.delay().ifPresent(delay -> json.put("delay", words(delay)));
    override.fault().ifPresent(fault -> json.put("fault", fault.word()));
    running.left().ifPresent(left -> json.put("leftMillis", Math.max(0, left.toMillis())));
    running.timesLeft().ifPresent(left -> json.put("timesLeft", left));
    return json;
  }

  private static String words(Delay delay) {
    if (delay instanceof Delay.Fixed fixed) {
      return millis(fixed.duration());
    } else if (delay instanceof Delay.Uniform uniform) {
      return millis(uniform.least()) + ".." + millis(uniform.most());
    } else if (delay instanceof Delay.LogNormal logNormal) {
      return "median " + millis(logNormal.median()) + ", at most " + millis(logNormal.max());
    }
    throw new AssertionError(delay);
  }

  private static String millis(Duration duration) {
    return duration.toMillis() + "ms";
  }

  private Reply override(Call call) throws Refusal {
    Route route = route(call.variable());
    try {
      RouteOverride override = port.texts().override("override", call.text("override"));
      engine.override(route.key(), override, System::nanoTime);
    } catch (InvalidTextException e) {
      throw TextProblems.refusal(e.problems());
    }
    return Answers.json(200, json(route));
  }

  private Reply endOverride(Call call) throws Refusal {
    call.checkNoBody();
    Route route = route(call.variable());
    if (!engine.endOverride(route.key())) {
      throw Refusal.notFound("Nothing is put on the route " + route.key() + ".");
    }
    return Answers.nothing();
  }

  /** One by its id, its key or its name. */
  private Route route(String text) throws Refusal {
    List<Route> found =
        engine.routes().stream().filter(route -> RouteIds.names(text, route)).toList();
    List<String> keys = found.stream().map(Route::key).distinct().toList();
    if (keys.size() > 1) {
      throw Refusal.of(
          409,
          "Ambiguous route",
          "Several routes are called " + Call.quoted(text) + ": " + String.join(", ", keys) + ".");
    }
    if (found.isEmpty()) {
      List<String> known =
          engine.routes().stream()
              .flatMap(route -> Stream.of(route.key(), route.name() == null ? "" : route.name()))
              .toList();
      String near = Suggestion.nearest(text, known);
      throw Refusal.notFound(
          "No route has the id, key or name "
              + Call.quoted(text)
              + (near == null ? "" : " (did you mean '" + near + "'?)")
              + "; GET /__homeport/routes lists them.");
    }
    return found.get(0);
  }

  private void load(List<Route> routes, List<CollectionPlan> collections) throws Refusal {
    try {
      engine.load(routes, collections);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(413, "Too much data", e.getMessage() + ".");
    }
  }

  private Reply load(Call call) throws Refusal {
    String name = "posted-" + posted.incrementAndGet() + ".yaml";
    try {
      TextReader.Mocks mocks = port.texts().mocks(name, call.text(name), engine.collections());
      List<Route> routes = mocks.routes();
      if (engine.routes().size() + routes.size() > MOST_ROUTES) {
        throw Refusal.of(
            503,
            "Too many routes",
            "There would be more than " + MOST_ROUTES + "; reset the port.");
      }
      load(routes, mocks.collections());
      return Answers.json(201, Map.of("routes", routes.stream().map(this::json).toList()));
    } catch (InvalidTextException e) {
      throw TextProblems.refusal(e.problems());
    }
  }
}
