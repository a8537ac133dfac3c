package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Suggestion;
import dev.homeport.engine.crud.CrudStep;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.CaseGroup;
import dev.homeport.engine.route.Choice;
import dev.homeport.engine.route.Methods;
import dev.homeport.engine.route.PathPattern;
import dev.homeport.engine.route.Route;
import dev.homeport.engine.template.KnownNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a mock file: what holds for all its routes, the routes, and the collections. */
final class MockFileReader {

  private static final List<String> KNOWN =
      List.of("prefix", "defaults", "first", "vars", CollectionNames.KEY);
  private static final Set<String> NOT_YET = Set.of("openapi");
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

  /** What the file holds; what has a problem is left out, and the problem is reported. */
  ReadMocks read(YamlNode tree) {
    if (!(tree instanceof YamlMapping file)) {
      reading.expected("a mock file", "a mapping whose keys are routes like GET /users", tree);
      return ReadMocks.nothing();
    }
    if (isOpenApi(file)) {
      reading.problem(
          file.at(),
          "this is an OpenAPI document, not a mock file",
          "serving it is not built yet; let its name begin with _ to leave it alone");
      return ReadMocks.nothing();
    }
    SurroundingsReader surroundings = new SurroundingsReader(reading, outer, given);
    Surroundings all = outer.and(surroundings.read(file));
    Reading inFile = reading.with(all.names(given.keySet()));
    RouteKeyReader keys = new RouteKeyReader(reading, all.prefix());
    List<ReadRoute> routes = new ArrayList<>();
    for (YamlMapping.Entry entry : file.entries()) {
      if (isRoute(entry)) {
        RouteKeyReader.Key key = keys.read(entry.key());
        if (key != null) {
          routes.addAll(routes(entry, key, all, surroundings, inFile));
        }
      }
    }
    return new ReadMocks(
        routes,
        new DataReader(inFile, surroundings.withGiven(all.vars()), all.version())
            .read(file.get(CollectionNames.KEY)));
  }

  /** Whether an entry is a route; keys that are nothing are reported. */
  private boolean isRoute(YamlMapping.Entry entry) {
    String name = entry.name();
    if (SurroundingsReader.KEYS.contains(name)
        || name.equals(CollectionNames.KEY)
        || name.startsWith(LEFT_ALONE)) {
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

  /** One route, or those of a collection; none when a problem was reported. */
  private List<ReadRoute> routes(
      YamlMapping.Entry entry,
      RouteKeyReader.Key key,
      Surroundings all,
      SurroundingsReader surroundings,
      Reading inFile) {
    KnownNames names = inFile.names().ofPath(key.pattern().variables());
    List<YamlNode> content = new ArrayList<>(all.defaults());
    content.add(entry.value());
    int hash = NodeText.hash(content);
    Looks looks = reading.looks().another();
    Reading inRoute = reading.with(names).noting(looks);
    List<Route> routes =
        key.isCrud()
            ? ofCollection(entry, key, all, surroundings, hash, inRoute)
            : written(entry, key, all, surroundings, hash, inRoute);
    reading.looks().addAll(looks);
    String used =
        looks.contents().isEmpty() ? all.version() : all.version() + looks.contents().values();
    return routes.stream().map(route -> new ReadRoute(route, used)).toList();
  }

  private List<Route> written(
      YamlMapping.Entry entry,
      RouteKeyReader.Key key,
      Surroundings all,
      SurroundingsReader surroundings,
      int hash,
      Reading inRoute) {
    String identity = identity(String.join("|", key.methods()), key.pattern(), hash);
    List<Case> cases =
        key.methods().contains(Methods.WS)
            ? new SocketReader(inRoute, all.defaults()).read(entry.value(), identity, entry.name())
            : new CasesReader(inRoute, all.defaults()).read(entry.value(), identity, entry.name());
    if (cases == null) {
      return List.of();
    }
    CaseGroup own = new CaseGroup(cases, surroundings.withGiven(all.vars()));
    String name = cases.size() == 1 ? cases.get(0).choice().plans().get(0).name() : null;
    return List.of(
        new Route(
            entry.key().at(), key.methods(), key.pattern(), identity, all.first(), own, name));
  }

  private List<Route> ofCollection(
      YamlMapping.Entry entry,
      RouteKeyReader.Key key,
      Surroundings all,
      SurroundingsReader surroundings,
      int hash,
      Reading inRoute) {
    List<Route> routes = new ArrayList<>();
    for (CrudReader.Part part :
        new CrudReader(inRoute).read(entry, key.pattern(), all.defaults())) {
      CrudStep.Operation operation = part.operation();
      String identity = identity("CRUD " + operation, part.pattern(), hash);
      Location at = entry.value().at();
      Choice choice = new Choice.Always(part.plan());
      String caseIdentity = identity + "#0";
      Case only =
          new Case(at, caseIdentity, List.of(), 0, 1, null, choice, part.takesPreferences(), null);
      CaseGroup own = new CaseGroup(List.of(only), surroundings.withGiven(all.vars()));
      routes.add(
          new Route(
              entry.key().at(),
              Set.of(operation.method()),
              part.pattern(),
              identity,
              all.first(),
              own,
              part.plan().name(),
              new Route.Crud(part.collection(), operation.isOfList())));
    }
    return routes;
  }

  private String identity(String methods, PathPattern pattern, int hash) {
    return counting + methods + " " + pattern.shape() + " " + hash;
  }

  private static boolean isOpenApi(YamlMapping file) {
    boolean versioned = file.get("openapi") != null || file.get("swagger") != null;
    return versioned
        && (file.get("paths") instanceof YamlMapping
            || file.get("info") instanceof YamlMapping
            || file.get("paths") instanceof YamlSequence);
  }
}
