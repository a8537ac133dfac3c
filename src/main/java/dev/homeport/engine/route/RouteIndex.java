package dev.homeport.engine.route;

import dev.homeport.engine.http.Handshake;
import dev.homeport.engine.http.PathSegments;
import dev.homeport.engine.http.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All routes, compiled into a tree of path segments. Immutable, safe to share; a lookup takes no
 * lock, and its cost depends on the depth of the path, not on the number of routes.
 *
 * <p>An index may lie over another one, which it shares: what is loaded at run time over what the
 * files say. Of equal paths the routes above are tried first.
 */
public final class RouteIndex {

  private static final Lookup NOTHING = new Lookup.Nothing();
  private static final Lookup UNKNOWN_METHOD = new Lookup.UnknownMethod();
  private static final Comparator<PathTree.Match> MOST_SPECIFIC_FIRST =
      Comparator.comparingInt(match -> match.leaf().position());

  /** Positions are those of one tree. */
  private static final Comparator<PathTree.Match> MOST_SPECIFIC_OF_TWO_TREES =
      (a, b) -> a.leaf().compareTo(b.leaf());

  private final List<Route> routes;
  private final PathTree tree;
  private final @Nullable PathTree below;
  private final boolean ignoreTrailingSlash;
  private final Set<String> namedHosts;
  private final List<String> brokenFiles;
  private final boolean hasSockets;

  private RouteIndex(
      List<Route> routes,
      PathTree tree,
      @Nullable PathTree below,
      boolean ignoreTrailingSlash,
      Set<String> namedHosts,
      List<String> brokenFiles) {
    this.routes = routes;
    this.tree = tree;
    this.below = below;
    this.ignoreTrailingSlash = ignoreTrailingSlash;
    this.namedHosts = namedHosts;
    this.brokenFiles = List.copyOf(brokenFiles);
    this.hasSockets = routes.stream().anyMatch(Route::isSocket);
  }

  /**
   * Compiles the tree.
   *
   * @param routes of two with the same method and shape of path the first is tried first
   * @param ignoreTrailingSlash whether {@code /a} and {@code /a/} are one
   */
  public static RouteIndex compile(List<Route> routes, boolean ignoreTrailingSlash) {
    List<Route> all = List.copyOf(routes);
    Set<String> hosts = new HashSet<>();
    all.forEach(route -> route.addNamedHosts(hosts));
    PathTree tree = PathTree.of(all, ignoreTrailingSlash);
    return new RouteIndex(all, tree, null, ignoreTrailingSlash, Set.copyOf(hosts), List.of());
  }

  /**
   * This index with more routes over it. Costs what these cost: this one is shared, not compiled
   * again.
   *
   * @param above none gives this index
   * @throws IllegalStateException when this index lies over another one already
   */
  public RouteIndex under(List<Route> above) {
    if (below != null) {
      throw new IllegalStateException("an index of two layers takes no third");
    }
    if (above.isEmpty()) {
      return this;
    }
    RouteIndex top = compile(above, ignoreTrailingSlash);
    List<Route> all = Stream.concat(top.routes.stream(), routes.stream()).toList();
    Set<String> hosts = new LinkedHashSet<>(namedHosts);
    hosts.addAll(top.namedHosts);
    return new RouteIndex(all, top.tree, tree, ignoreTrailingSlash, Set.copyOf(hosts), brokenFiles);
  }

  /** The same beside files of which the routes are missing, or older, because of a problem. */
  public RouteIndex beside(List<String> broken) {
    return broken.isEmpty()
        ? this
        : new RouteIndex(routes, tree, below, ignoreTrailingSlash, namedHosts, broken);
  }

  /** Files of which the routes are missing, or older, because of a problem. */
  public List<String> brokenFiles() {
    return brokenFiles;
  }

  /** Every route, in the order in which they were given, those of a layer above first. */
  public List<Route> routes() {
    return routes;
  }

  /** Hosts that a condition names as a plain value, in lower case. */
  public Set<String> namedHosts() {
    return namedHosts;
  }

  /**
   * The routes for a request. Where some are for WebSockets, a handshake finds these before those
   * for its GET.
   */
  public Lookup find(Request request) {
    String method = request.method();
    String path = request.rawPath();
    if (!hasSockets || !(method.equals("GET") || method.equals("HEAD"))) {
      return find(method, path);
    }
    if (Handshake.isAsked(request)) {
      Lookup sockets = found(Methods.WS, path);
      if (sockets instanceof Lookup.Found found) {
        Handshake.Fault fault = Handshake.fault(request.headers());
        return fault == null
            ? new Lookup.Found(found.candidates(), true, null)
            : new Lookup.BadHandshake(fault);
      }
    }
    Lookup plain = find(method, path);
    return plain instanceof Lookup.OtherMethods others && others.hasSockets()
        ? new Lookup.NoUpgrade(others.allow())
        : plain;
  }

  /**
   * The routes for a method and a path, most specific first; of one path a route that names the
   * method before {@code ANY}, and for HEAD one that names it before GET.
   *
   * @param method as sent; names are case-sensitive
   * @param rawPath undecoded, without the query
   */
  public Lookup find(String method, String rawPath) {
    if (!Methods.isKnown(method)) {
      return UNKNOWN_METHOD;
    }
    return rawPath.equals("*") ? wholeServer() : found(method, rawPath);
  }

  private Lookup found(String method, String rawPath) {
    List<PathTree.Match> matches;
    try {
      matches = matches(segments(rawPath));
    } catch (IllegalArgumentException e) {
      String reason = e.getMessage();
      return new Lookup.BadPath(reason == null ? "" : reason);
    }
    if (matches.isEmpty()) {
      return NOTHING;
    }
    if (matches.size() == 1
        && matches.get(0).leaf() instanceof LoneRoute alone
        && alone.takes(method)) {
      return new Lookup.Found(alone, matches.get(0).values());
    }
    List<Candidate> candidates = new ArrayList<>(matches.size());
    for (int i = 0; i < matches.size(); i++) {
      PathTree.Match match = matches.get(i);
      match.leaf().collect(method, match.values(), candidates);
    }
    return candidates.isEmpty() ? otherMethods(matches) : new Lookup.Found(candidates);
  }

  /** Every path that fits, the most specific first. */
  private List<PathTree.Match> matches(List<String> segments) {
    List<PathTree.Match> matches = tree.find(segments);
    List<PathTree.Match> lower = below == null ? List.of() : below.find(segments);
    if (matches.isEmpty() || lower.isEmpty()) {
      List<PathTree.Match> all = matches.isEmpty() && below != null ? lower : matches;
      if (all.size() > 1) {
        all.sort(MOST_SPECIFIC_FIRST);
      }
      return all;
    }
    matches.addAll(lower);
    matches.sort(MOST_SPECIFIC_OF_TWO_TREES); // stable: of one shape those above stay first
    return matches;
  }

  /**
   * The routes that are nearest to what was asked, whether they fit or not, the nearest first.
   * Costs a little for each route there is: for explaining, not for answering.
   *
   * @param rawPath undecoded, without the query; none is near to one that cannot be decoded
   * @param most how many at most
   */
  public List<NearRoute> nearest(String method, String rawPath, int most) {
    try {
      PathComparison path = new PathComparison(segments(rawPath), ignoreTrailingSlash);
      return NearRoutes.find(routes, method, path, most);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /** {@code OPTIONS *} asks what there is on the server altogether (RFC 9110, 9.3.7). */
  private Lookup wholeServer() {
    Set<String> methods = new LinkedHashSet<>();
    routes.forEach(route -> methods.addAll(route.methods()));
    return new Lookup.OtherMethods(Methods.allow(methods), false);
  }

  private List<String> segments(String rawPath) {
    if (!rawPath.startsWith("/")) {
      // Forms that name no path.
      return List.of(rawPath, "");
    }
    List<String> segments = PathSegments.parse(rawPath);
    int last = segments.size() - 1;
    boolean cut = ignoreTrailingSlash && last > 0 && segments.get(last).isEmpty();
    return cut ? segments.subList(0, last) : segments;
  }

  private static Lookup otherMethods(List<PathTree.Match> matches) {
    Set<String> methods = new LinkedHashSet<>();
    for (PathTree.Match match : matches) {
      methods.addAll(match.leaf().methods());
    }
    return new Lookup.OtherMethods(Methods.allow(methods), methods.contains(Methods.WS));
  }
}
