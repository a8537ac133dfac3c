package dev.homeport.engine.route;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.answer.PlanSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One {@code METHOD PATH} of a mock file with its cases. Immutable.
 *
 * @param at where its key stands
 * @param methods in the order of the key; {@code ANY} alone for all
 * @param pattern the path, prefixes included
 * @param identity under whose name it counts: method, shape of path and content; equal across
 *     reloads when these are
 * @param first groups of cases to try before its own: the folder's, then the file's
 * @param own its own cases
 * @param name for people, the journal and templates, or null
 * @param crud which routes of a collection it is one of, or null; such a route is tried after those
 *     that an author wrote for the same path, and falls away where the collection is of another
 *     kind
 */
public record Route(
    Location at,
    Set<String> methods,
    PathPattern pattern,
    String identity,
    List<CaseGroup> first,
    CaseGroup own,
    @Nullable String name,
    @Nullable Crud crud) {

  /**
   * The collection that a route serves by itself.
   *
   * @param ofList whether it serves a list of records; else a collection that is one value
   */
  public record Crud(String collection, boolean ofList) {}

  /** A route that an author wrote. */
  public Route(
      Location at,
      Set<String> methods,
      PathPattern pattern,
      String identity,
      List<CaseGroup> first,
      CaseGroup own,
      @Nullable String name) {
    this(at, methods, pattern, identity, first, own, name, null);
  }

  public Route {
    methods = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(methods));
    first = List.copyOf(first);
    if (methods.isEmpty()) {
      throw new IllegalArgumentException("a route without a method: " + pattern);
    }
  }

  /** The key as a person reads it, prefix included: {@code GET /api/v1/users/{id}}. */
  public String key() {
    return String.join("|", methods) + " " + pattern;
  }

  /**
   * Whether it answers a method when its path fits: by its name, HEAD as GET, or as {@code ANY}.
   */
  public boolean takes(String method) {
    return methods.contains(method)
        || (methods.contains(Methods.ANY) && !method.equals("OPTIONS"))
        || (method.equals("HEAD") && methods.contains("GET"));
  }

  /** What answers, in a few words for the start-up list: {@code 200 json}, {@code 3 cases}. */
  public String summary() {
    if (own.cases().size() > 1) {
      return own.cases().size() + " cases";
    }
    return own.cases().stream()
        .flatMap(only -> only.choice().plans().stream())
        .map(plan -> plan.summary())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The same route, each of its cases answered by a program. */
  public Route madeBy(PlanSource program) {
    List<Case> cases = own.cases().stream().map(each -> each.madeBy(program)).toList();
    CaseGroup asking = new CaseGroup(cases, own.vars());
    return new Route(at, methods, pattern, identity, first, asking, name, crud);
  }

  /** Hosts that a condition of this route names as a plain value, in lower case. */
  Set<String> namedHosts() {
    return Stream.concat(first.stream(), Stream.of(own))
        .flatMap(group -> group.cases().stream())
        .flatMap(each -> each.conditions().stream())
        .flatMap(condition -> condition.namedHosts().stream())
        .collect(Collectors.toSet());
  }

  /** Whether none of the cases that may answer here refuses what requests prefer. */
  public boolean takesPreferences() {
    return Stream.concat(first.stream(), Stream.of(own))
        .flatMap(group -> group.cases().stream())
        .allMatch(Case::takesPreferences);
  }

  /** Whether one of its cases changes the state. Asked for each request. */
  boolean changesState() {
    for (CaseGroup group : first) {
      if (group.changesState()) {
        return true;
      }
    }
    return own.changesState();
  }

  /** Asked for each request. */
  boolean mayBlock() {
    for (CaseGroup group : first) {
      if (group.mayBlock()) {
        return true;
      }
    }
    return own.mayBlock();
  }
}
