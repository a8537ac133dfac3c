package dev.homeport.definition.record;

import dev.homeport.definition.record.Trait.Kind;
import dev.homeport.engine.answer.FileTypes;
import dev.homeport.engine.http.PathSegments;
import dev.homeport.engine.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds values that do not look like any: many paths that one segment tells apart, answered with
 * the same kind of thing, are one route: {@code /posts/hello-world}, {@code /posts/about-mocks}, …
 * → {@code /posts/{name}}. Stateless.
 */
final class Siblings {

  /** Fewer may be things that have nothing in common. */
  private static final int MANY = 8;

  /**
   * What siblings have in common.
   *
   * @param path with a mark in the place of the segment
   * @param kind the media type; of JSON objects with the names of their members
   */
  private record Kinship(List<String> path, int segment, String kind) {}

  /** Routes that have it in common. */
  private record Family(int segment, List<RecordedRoute> routes) {

    static Family of(Kinship kinship) {
      return new Family(kinship.segment(), new ArrayList<>());
    }
  }

  private Siblings() {}

  /**
   * The same routes, siblings put together.
   *
   * @param routes of one resource
   */
  static List<RecordedRoute> merged(List<RecordedRoute> routes) {
    Map<Kinship, Family> families = new LinkedHashMap<>();
    for (RecordedRoute route : routes) {
      for (int i = Resource.of(route.path()).depth(); i < route.path().segments().size(); i++) {
        String kind = kind(route, i);
        if (kind != null) {
          Kinship kinship = new Kinship(withMark(route.path().segments(), i), i, kind);
          families.computeIfAbsent(kinship, Family::of).routes().add(route);
        }
      }
    }
    List<Family> largest = new ArrayList<>(families.values());
    largest.removeIf(family -> family.routes().size() < MANY);
    largest.sort(Comparator.comparingInt((Family family) -> family.routes().size()).reversed());
    List<RecordedRoute> merged = new ArrayList<>(routes);
    for (Family family : largest) {
      RecordedRoute whole = merged(family.routes(), family.segment());
      boolean isTaken = merged.stream().anyMatch(other -> other.key().equals(whole.key()));
      if (!isTaken && merged.containsAll(family.routes())) {
        merged.removeAll(family.routes());
        merged.add(whole);
      }
    }
    return merged;
  }

  /** Null when the route has more to say than one body. */
  private static @Nullable String kind(RecordedRoute route, int segment) {
    String text = route.path().segments().get(segment);
    List<RecordedAnswer> answers = route.answers();
    if (!route.method().equals("GET") || answers.size() != 1 || text.indexOf('{') >= 0) {
      return null;
    }
    RecordedAnswer answer = answers.get(0);
    boolean isPlain = answer.status() == 200 && answer.hasBody() && BodyFiles.isSafe(text);
    return isPlain ? answer.mediaType() + members(answer) : null;
  }

  private static String members(RecordedAnswer answer) {
    if (!Cleaning.isJson(answer.mediaType())) {
      return "";
    }
    JsonNode json = Json.parse(answer.body());
    return json != null && json.isObject() ? Set.copyOf(json.propertyNames()).toString() : "";
  }

  private static String ending(String segment) {
    String ending = FileTypes.ending(segment);
    return ending.isEmpty() ? "" : segment.substring(segment.length() - ending.length() - 1);
  }

  private static List<String> withMark(List<String> segments, int at) {
    return with(segments, at, "*" + ending(segments.get(at)));
  }

  private static List<String> with(List<String> segments, int at, String segment) {
    List<String> others = new ArrayList<>(segments);
    others.set(at, segment);
    return others;
  }

  private static RecordedRoute merged(List<RecordedRoute> family, int segment) {
    RecordedRoute first = family.get(0);
    List<String> names = new ArrayList<>(first.path().names());
    String name = names.contains("name") ? "sibling" : "name";
    names.add(name);
    String ending = ending(first.path().segments().get(segment));
    PathShape path =
        new PathShape(
            with(first.path().segments(), segment, "{" + name + "}" + ending), names, List.of());
    RecordedRoute merged = RecordedRoute.of(first.method(), path);
    for (RecordedRoute each : family) {
      String text = PathSegments.decode(each.path().segments().get(segment));
      String value = text.substring(0, text.length() - ending.length());
      for (RecordedCall call : each.all()) {
        RecordedCall named = call.with(new Trait(Kind.PATH, name), value);
        merged.calls().put(named.traits(), named);
      }
    }
    return merged;
  }
}
