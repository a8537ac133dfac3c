package dev.homeport.server.forward;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.answer.Forward;
import dev.homeport.engine.http.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Leads a client back here when the other server sends it to another of its own pages: {@code
 * https://api.example.com/v1/login} → {@code http://127.0.0.1:49342/login} with {@code proxy:
 * https://api.example.com/v1}. Any other place stays as it is.
 *
 * @param baseUrl of this server, as the client sees it, without a slash at the end
 */
record LocationRewriting(Forward forward, String baseUrl) {

  String of(String location) {
    String base = forward.to().target();
    if (location.startsWith("/") && !location.startsWith("//")) {
      String path = here(location, base);
      return path == null ? location : path;
    }
    String absolute = location.startsWith("//") ? forward.to().scheme() + ":" + location : location;
    HttpUrl url;
    try {
      url = HttpUrl.parse(absolute);
    } catch (SyntaxException e) {
      return location;
    }
    boolean isSame =
        url.host().equals(forward.to().host())
            && url.port() == forward.to().port()
            && url.scheme().equals(forward.to().scheme());
    String path = isSame ? here(url.requestTarget(), base) : null;
    return path == null ? location : baseUrl + path;
  }

  /** The path here that leads to a path there; null when none does. */
  private @Nullable String here(String target, String base) {
    if (!target.startsWith(base)) {
      return null;
    }
    String rest = target.substring(base.length());
    if (rest.isEmpty() || rest.startsWith("?")) {
      return forward.stripPrefix() + "/" + rest;
    }
    return rest.startsWith("/") ? forward.stripPrefix() + rest : null;
  }
}
