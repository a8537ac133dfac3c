package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.diagnostic.Suggestion;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.CaseGroup;
import dev.homeport.engine.route.Methods;
import dev.homeport.engine.route.Route;
import dev.homeport.engine.template.KnownNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a mock file: what holds for all its routes, and the routes. */
final class MockFileReader {

  private static final List<String> KNOWN = List.of("prefix", "defaults", "first", "vars");
  private static final Set<String> NOT_YET = Set.of("data", "openapi");
  private static final String LEFT_ALONE = "x-";

  private final Reading reading;
  private final Surroundings outer;
  private final Map<String, String> given;
  private final String counting;

  /**
   * A reader for one file.
   *
   * @param outer what {@code homeport.yaml} says for the whole folder
   * @param given named values from outside
   * @param counting put before the identity of each route: routes with another one count by
   *     themselves although their content is the same
   */
  MockFileReader(Reading reading, Surroundings outer, Map<String, String> given, String counting) {
    this.reading = reading;
    this.outer = outer;
    this.given = given;
    this.counting = counting;
  }

  /** The routes of the file; those with a problem are left out, and the problem is reported. */
  List<ReadRoute> read(YamlNode tree) {
    if (!(tree instanceof YamlMapping file)) {
      reading.expected("a mock file", "a mapping whose keys are routes like GET /users", tree);
      return List.of();
    }
    if (isOpenApi(file)) {
      reading.problem(
          file.at(),
          "this is an OpenAPI document, not a mock file",
          "serving it is not built yet; let its name begin with _ to leave it alone");
      return List.of();
    }
    SurroundingsReader surroundings = new SurroundingsReader(reading, outer, given);
    Surroundings all = outer.and(surroundings.read(file));
    RouteKeyReader keys = new RouteKeyReader(reading, all.prefix());
    List<ReadRoute> routes = new ArrayList<>();
    for (YamlMapping.Entry entry : file.entries()) {
      if (isRoute(entry)) {
        RouteKeyReader.Key key = keys.read(entry.key());
        ReadRoute route = key == null ? null : route(entry, key, all, surroundings);
        if (route != null) {
          routes.add(route);
        }
      }
    }
    return routes;
  }

  /** Whether an entry is a route; keys that are nothing are reported. */
  private boolean isRoute(YamlMapping.Entry entry) {
    String name = entry.name();
    if (SurroundingsReader.KEYS.contains(name) || name.startsWith(LEFT_ALONE)) {
      return false;
    }
    if (NOT_YET.contains(name)) {
      reading.problem(entry.key().at(), "'" + name + "' is not built yet", "leave it out");
      return false;
    }
    if (RouteKeyReader.isMeant(name)) {
      return true;
    }
    String near = Suggestion.nearest(name, KNOWN);
    reading.problem(
        entry.key().at(),
        "unknown key '" + name + "' in a mock file",
        near == null ? "a route is METHOD /path" : "did you mean '" + near + "'?");
    return false;
  }

  private @Nullable ReadRoute route(
      YamlMapping.Entry entry,
      RouteKeyReader.Key key,
      Surroundings all,
      SurroundingsReader surroundings) {
    Set<String> path = new HashSet<>(key.pattern().variables());
    KnownNames names = new KnownNames(false, path, all.names(given.keySet()).vars());
    List<YamlNode> content = new ArrayList<>(all.defaults());
    content.add(entry.value());
    String identity =
        counting
            + String.join("|", key.methods())
            + " "
            + key.pattern().shape()
            + " "
            + NodeText.hash(content);
    Looks looks = reading.looks().another();
    Reading inner = reading.with(names).noting(looks);
    List<Case> cases =
        key.methods().contains(Methods.WS)
            ? new SocketReader(inner, all.defaults()).read(entry.value(), identity, entry.name())
            : new CasesReader(inner, all.defaults()).read(entry.value(), identity, entry.name());
    reading.looks().addAll(looks);
    if (cases == null) {
      return null;
    }
    CaseGroup own = new CaseGroup(cases, surroundings.withGiven(all.vars()));
    String name = cases.size() == 1 ? cases.get(0).choice().plans().get(0).name() : null;
    Route route =
        new Route(entry.key().at(), key.methods(), key.pattern(), identity, all.first(), own, name);
    return new ReadRoute(route, identity + all.version() + looks.contents().values());
  }

  private static boolean isOpenApi(YamlMapping file) {
    boolean versioned = file.get("openapi") != null || file.get("swagger") != null;
    return versioned
        && (file.get("paths") instanceof YamlMapping
            || file.get("info") instanceof YamlMapping
            || file.get("paths") instanceof YamlSequence);
  }
}
