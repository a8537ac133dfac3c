package dev.homeport.definition.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.definition.yaml.YamlWriter;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.route.Methods;
import dev.homeport.engine.yaml.YamlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes one mock file: a comment that says where it comes from, what its routes have in common,
 * and the routes by path and method. Immutable.
 *
 * @param name of the file, without its ending
 * @param comment its first line, without the mark of a comment
 * @param routes all that are about one resource
 */
record MockFileText(String name, String comment, List<RecordedRoute> routes) {

  /** Fewer have nothing in common that is worth a line of its own. */
  private static final int MANY = 3;

  /** They belong to one answer. */
  private static final Set<String> OWN =
      Set.of("set-cookie", "location", "content-location", "etag", "last-modified");

  MockFileText {
    routes =
        Siblings.merged(routes).stream()
            .sorted(
                Comparator.comparing((RecordedRoute route) -> route.path().shape())
                    .thenComparing(route -> Methods.KNOWN.indexOf(route.method())))
            .toList();
  }

  /** The file and its data, by their names within the folder. */
  Map<String, byte[]> files() {
    List<RecordedRoute> written = written();
    BodyFiles bodies = new BodyFiles(name);
    Set<Field> defaults = common(written);
    ResponseText responses = new ResponseText(defaults, bodies);
    int prefix = prefix(written);
    StringBuilder yaml = new StringBuilder("# ").append(comment).append("\n\n");
    if (prefix > 0) {
      List<String> segments = written.get(0).path().segments().subList(0, prefix);
      yaml.append(YamlWriter.member("prefix", "/" + String.join("/", segments)));
    }
    if (!defaults.isEmpty()) {
      Map<String, Object> headers = ResponseText.headers(List.copyOf(defaults));
      yaml.append(YamlWriter.member("defaults", new YamlWriter.Lines(Map.of("headers", headers))));
    }
    boolean isFirst = prefix == 0 && defaults.isEmpty();
    for (RecordedRoute route : written) {
      yaml.append(isFirst ? "" : "\n").append(text(route, prefix, responses));
      isFirst = false;
    }
    Map<String, byte[]> files = new LinkedHashMap<>(bodies.all());
    files.put(name + ".yaml", yaml.toString().getBytes(UTF_8));
    return files;
  }

  private static String text(RecordedRoute route, int prefix, ResponseText responses) {
    List<String> segments = route.path().segments();
    String path = "/" + String.join("/", segments.subList(prefix, segments.size()));
    List<String> below = segments.subList(Resource.of(route.path()).depth(), segments.size());
    return YamlWriter.member(
        YamlText.routeKey(route.method() + " " + path),
        new RouteText(route, below, responses).value());
  }

  /** The routes in it. A HEAD is answered from the GET beside it, if that was answered alike. */
  List<RecordedRoute> written() {
    List<RecordedRoute> written = new ArrayList<>();
    for (RecordedRoute route : routes) {
      boolean isAnswered =
          route.method().equals("HEAD")
              && routes.stream().anyMatch(other -> answersHead(other, route));
      if (!isAnswered) {
        written.add(route);
      }
    }
    return written;
  }

  private static boolean answersHead(RecordedRoute get, RecordedRoute head) {
    return get.method().equals("GET")
        && get.path().shape().equals(head.path().shape())
        && statuses(get).containsAll(statuses(head));
  }

  private static Set<Integer> statuses(RecordedRoute route) {
    Set<Integer> statuses = new LinkedHashSet<>();
    route.answers().forEach(answer -> statuses.add(answer.status()));
    return statuses;
  }

  /** How many segments every path begins with that are about no resource. */
  private static int prefix(List<RecordedRoute> routes) {
    int prefix = Resource.of(routes.get(0).path()).prefix();
    List<String> first = routes.get(0).path().segments().subList(0, prefix);
    boolean isCommon =
        routes.stream()
            .allMatch(
                route ->
                    Resource.of(route.path()).prefix() == prefix
                        && route.path().segments().subList(0, prefix).equals(first));
    return isCommon ? prefix : 0;
  }

  /** The headers that every answer has, where there are several. */
  private static Set<Field> common(List<RecordedRoute> routes) {
    List<List<Field>> all = new ArrayList<>();
    for (RecordedRoute route : routes) {
      String path = route.path().path();
      route
          .answers()
          .forEach(answer -> all.add(ResponseText.written(answer, BodyForm.of(answer, path))));
    }
    if (all.size() < MANY) {
      return Set.of();
    }
    Set<Field> common = new LinkedHashSet<>(all.get(0));
    all.forEach(common::retainAll);
    common.removeIf(field -> OWN.contains(field.name().toLowerCase(Locale.ROOT)));
    return common;
  }
}
