package dev.homeport.engine.route;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.answer.PlanSource;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One {@code METHOD PATH} of a mock file with its cases. Immutable, safe to share. */
public final class Route {

  private final Location at;
  private final Set<String> methods;
  private final PathPattern pattern;
  private final String identity;
  private final List<CaseGroup> first;
  private final CaseGroup own;
  private final @Nullable String name;
  private final @Nullable Crud crud;
  private final boolean changesState;
  private final boolean mayBlock;

  /**
   * The collection that a route serves by itself.
   *
   * @param ofList whether it serves a list of records; else a collection that is one value
   */
  public record Crud(String collection, boolean ofList) {}

  /** A route that an author wrote; otherwise as below. */
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

  /**
   * A route.
   *
   * @param at where its key stands
   * @param methods in the order of the key; {@code ANY} alone for all
   * @param pattern the path, prefixes included
   * @param identity under whose name it counts: method, shape of path and content; equal across
   *     reloads when these are
   * @param first groups of cases to try before its own: the folder's, then the file's
   * @param own its own cases
   * @param name for people, the journal and templates, or null
   * @param crud which routes of a collection it is one of, or null; such a route is tried after
   *     those that an author wrote for the same path, and falls away where the collection is of
   *     another kind
   */
  public Route(
      Location at,
      Set<String> methods,
      PathPattern pattern,
      String identity,
      List<CaseGroup> first,
      CaseGroup own,
      @Nullable String name,
      @Nullable Crud crud) {
    if (methods.isEmpty()) {
      throw new IllegalArgumentException("a route without a method: " + pattern);
    }
    this.at = at;
    this.methods =
        methods.size() == 1
            ? Set.copyOf(methods)
            : Collections.unmodifiableSet(new LinkedHashSet<>(methods));
    this.pattern = pattern;
    this.identity = identity;
    this.first = List.copyOf(first);
    this.own = own;
    this.name = name;
    this.crud = crud;
    this.changesState = first.stream().anyMatch(CaseGroup::changesState) || own.changesState();
    this.mayBlock = first.stream().anyMatch(CaseGroup::mayBlock) || own.mayBlock();
  }

  /** Where its key stands. */
  public Location at() {
    return at;
  }

  /** In the order of the key; {@code ANY} alone for all. */
  public Set<String> methods() {
    return methods;
  }

  /** The path, prefixes included. */
  public PathPattern pattern() {
    return pattern;
  }

  /** Under whose name it counts. */
  public String identity() {
    return identity;
  }

  /** Groups of cases to try before its own. */
  public List<CaseGroup> first() {
    return first;
  }

  /** Its own cases. */
  public CaseGroup own() {
    return own;
  }

  /** For people, the journal and templates, or null. */
  public @Nullable String name() {
    return name;
  }

  /** Which routes of a collection it is one of, or null. */
  public @Nullable Crud crud() {
    return crud;
  }

  /** The one case there is, when it answers every request alike; else null. */
  @Nullable Case always() {
    return first.isEmpty() ? own.always() : null;
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
        || (methods.contains(Methods.ANY) && Methods.isOfAny(method))
        || (method.equals("HEAD") && methods.contains("GET"));
  }

  /** Whether it is for WebSockets. */
  public boolean isSocket() {
    return methods.contains(Methods.WS);
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

  /** Adds the hosts that a condition of this route names as a plain value, in lower case. */
  void addNamedHosts(Set<String> hosts) {
    for (CaseGroup group : first) {
      group.addNamedHosts(hosts);
    }
    own.addNamedHosts(hosts);
  }

  /** Whether none of the cases that may answer here refuses what requests prefer. */
  public boolean takesPreferences() {
    return Stream.concat(first.stream(), Stream.of(own))
        .flatMap(group -> group.cases().stream())
        .allMatch(Case::takesPreferences);
  }

  /** Whether one of its cases changes the state. */
  boolean changesState() {
    return changesState;
  }

  /** Whether one of its cases may block. */
  boolean mayBlock() {
    return mayBlock;
  }

  @Override
  public String toString() {
    return key() + " (" + at + ")";
  }
}
