package dev.homeport.server.guard;

import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages read the answers (Fetch Standard, "CORS protocol"). An origin that is allowed is
 * echoed with credentials; others get no CORS header, which makes their browser keep the answer
 * from them. By default these are {@code localhost}, {@code *.localhost}, {@code 127.0.0.1} and
 * {@code [::1]}, with any port. Immutable, safe to share.
 */
public final class Cors {

  /** Which origins may read, apart from those that are listed. */
  private enum Reach {
    NOBODY,
    THIS_MACHINE,
    ANYBODY
  }

  private static final Field VARY = new Field("Vary", "Origin");
  private static final Field CREDENTIALS = new Field("Access-Control-Allow-Credentials", "true");
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  private static final String EXPOSE = "Access-Control-Expose-Headers";
  private static final List<Field> NOTHING_BUT_VARY = List.of(VARY);

  /**
   * Readable by a page without being exposed (Fetch Standard, "CORS-safelisted response-header
   * name").
   */
  private static final Set<String> SAFELISTED =
      Set.of(
          "cache-control",
          "content-language",
          "content-length",
          "content-type",
          "expires",
          "last-modified",
          "pragma");

  /** Not readable by a page, exposed or not. */
  private static final Set<String> FORBIDDEN = Set.of("set-cookie", "set-cookie2");

  private final Reach reach;
  private final Set<String> origins;

  private Cors(Reach reach, Set<String> origins) {
    this.reach = reach;
    this.origins = origins;
  }

  /** Pages on this machine may read. */
  public static Cors local() {
    return new Cors(Reach.THIS_MACHINE, Set.of());
  }

  /**
   * As somebody set it.
   *
   * @param setting {@code local}, {@code any}, {@code none}, or origins that are allowed beside the
   *     local ones
   */
  public static Cors of(List<String> setting) {
    if (setting.equals(List.of("any"))) {
      return new Cors(Reach.ANYBODY, Set.of());
    }
    if (setting.equals(List.of("none"))) {
      return new Cors(Reach.NOBODY, Set.of());
    }
    Set<String> origins = new HashSet<>();
    setting.forEach(origin -> origins.add(origin.toLowerCase(Locale.ROOT)));
    return new Cors(Reach.THIS_MACHINE, Set.copyOf(origins));
  }

  /**
   * Whether a browser asks what it may send, rather than send it: answered for any path, route or
   * not, unless CORS is off.
   */
  public boolean isPreflight(String method, Headers request) {
    return reach != Reach.NOBODY
        && method.equals("OPTIONS")
        && request.first("Origin") != null
        && request.first("Access-Control-Request-Method") != null;
  }

  /** Whether it says which pages may read; else the answers themselves do. */
  public boolean isOn() {
    return reach != Reach.NOBODY;
  }

  /** The headers of the 204 that answers a preflight. */
  public List<Field> preflight(Headers request) {
    String origin = request.first("Origin");
    if (origin == null || !isAllowed(origin)) {
      return NOTHING_BUT_VARY;
    }
    List<Field> fields = new ArrayList<>();
    fields.add(new Field(ALLOW_ORIGIN, origin));
    fields.add(CREDENTIALS);
    fields.add(VARY);
    echo(request, "Access-Control-Request-Method", "Access-Control-Allow-Methods", fields);
    echo(request, "Access-Control-Request-Headers", "Access-Control-Allow-Headers", fields);
    echo(
        request,
        "Access-Control-Request-Private-Network",
        "Access-Control-Allow-Private-Network",
        fields);
    fields.add(new Field("Access-Control-Max-Age", "600"));
    return fields;
  }

  /**
   * The headers to add to an answer; those that the route wrote itself are left to it.
   *
   * @param request of the request
   * @param own of the answer, to be exposed by name
   */
  public List<Field> answer(Headers request, Headers own) {
    if (reach == Reach.NOBODY || own.first(ALLOW_ORIGIN) != null) {
      return List.of();
    }
    String origin = request.first("Origin");
    if (origin == null || !isAllowed(origin)) {
      return NOTHING_BUT_VARY;
    }
    List<Field> fields = new ArrayList<>(4);
    fields.add(new Field(ALLOW_ORIGIN, origin));
    fields.add(CREDENTIALS);
    fields.add(VARY);
    String exposed = exposed(own);
    if (!exposed.isEmpty() && own.first(EXPOSE) == null) {
      fields.add(new Field(EXPOSE, exposed));
    }
    return fields;
  }

  /** A list by name: a star exposes nothing when credentials are sent. */
  private static String exposed(Headers own) {
    StringBuilder names = new StringBuilder();
    for (String name : own.names()) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (SAFELISTED.contains(lower) || FORBIDDEN.contains(lower)) {
        continue;
      }
      names.append(names.isEmpty() ? "" : ", ").append(name);
    }
    return names.toString();
  }

  private static void echo(Headers request, String asked, String allowed, List<Field> fields) {
    String value = request.first(asked);
    if (value != null) {
      fields.add(new Field(allowed, value));
    }
  }

  private boolean isAllowed(String origin) {
    return reach == Reach.ANYBODY
        || isLocal(origin)
        || origins.contains(origin.toLowerCase(Locale.ROOT));
  }

  private static boolean isLocal(String origin) {
    String host = host(origin);
    if (host == null) {
      return false;
    }
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("127.0.0.1")
        || host.equals("[::1]");
  }

  private static @Nullable String host(String origin) {
    try {
      URI uri = new URI(origin);
      String scheme = uri.getScheme();
      String host = uri.getHost();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      boolean bare = uri.getRawUserInfo() == null && "".equals(uri.getRawPath());
      return web && bare && host != null ? host.toLowerCase(Locale.ROOT) : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
