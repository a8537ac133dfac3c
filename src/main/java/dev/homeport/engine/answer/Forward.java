package dev.homeport.engine.answer;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.HttpUrl;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where one request is forwarded to, and what is changed of it on the way. Immutable.
 *
 * @param to before the path of the request; without a slash at its end, without a query
 * @param stripPrefix taken away from the path of the request, if that begins with it; empty for
 *     nothing; else it begins with a slash and does not end with one
 * @param set headers that replace those of the same name
 * @param removed names of headers, in lower case, that are not sent on; those in {@code set} too
 * @param at where it is written, for messages
 */
public record Forward(
    HttpUrl to, String stripPrefix, List<Field> set, Set<String> removed, Location at) {

  public Forward {
    set = List.copyOf(set);
    removed = Set.copyOf(removed);
  }

  /**
   * The URL for a request: {@code to}, then its path and query as they were asked, raw.
   *
   * @param target {@code /api/users?page=2}
   */
  public HttpUrl url(String target) {
    return to.at(to.target() + stripped(target));
  }

  private String stripped(String target) {
    if (stripPrefix.isEmpty() || !target.startsWith(stripPrefix)) {
      return target;
    }
    String rest = target.substring(stripPrefix.length());
    if (rest.isEmpty() || rest.startsWith("?")) {
      return "/" + rest;
    }
    return rest.startsWith("/") ? rest : target;
  }

  /** Whether the request's own header of this name stays behind. */
  public boolean drops(String name) {
    return removed.contains(name.toLowerCase(Locale.ROOT));
  }
}
