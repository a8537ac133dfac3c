package dev.homeport.engine.answer;

import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.HttpUrl;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code proxy}: another server answers, with its status, headers and body. Immutable, safe to
 * share.
 *
 * @param to the text of the URL
 * @param headers of the request that goes on, instead of its own of the same name
 * @param removeHeaders in lower case
 * @param stripPrefix empty for none
 */
public record ForwardPlan(
    Template to,
    List<HeaderPlan> headers,
    Set<String> removeHeaders,
    String stripPrefix,
    Location at)
    implements BodyPlan {

  public ForwardPlan {
    headers = List.copyOf(headers);
    removeHeaders = Set.copyOf(removeHeaders);
  }

  /**
   * Takes the text of {@code to} apart; a slash at its end is left out, for paths begin with one.
   *
   * @throws SyntaxException when no path can follow it
   */
  public static HttpUrl base(String text) throws SyntaxException {
    HttpUrl url = HttpUrl.parse(text);
    if (url.target().indexOf('?') >= 0) {
      throw new SyntaxException("it has a query", "the query of the request is appended");
    }
    String path = url.target();
    return path.endsWith("/") ? url.at(path.substring(0, path.length() - 1)) : url;
  }

  /** The URL, or null when it is not known before a request comes. */
  public @Nullable HttpUrl fixedTo() {
    try {
      return to.isConstant() ? base(to.source()) : null;
    } catch (SyntaxException e) {
      throw new IllegalStateException(to.source(), e);
    }
  }

  /** The other server says what it is. */
  @Override
  public @Nullable String contentType(Scope scope) {
    return null;
  }

  @Override
  public Body render(Scope scope) throws UnsendableException {
    List<Field> fields = new ArrayList<>();
    Set<String> removed = new HashSet<>(removeHeaders);
    for (HeaderPlan header : headers) {
      header.addTo(fields, scope);
      removed.add(header.name().toLowerCase(Locale.ROOT));
    }
    try {
      HttpUrl url = base(to.text(scope).strip());
      return new Body.Forwarded(new Forward(url, stripPrefix, fields, removed, at));
    } catch (SyntaxException e) {
      throw new UnsendableException("proxy.to", at, "the rendered URL: " + e.getMessage());
    }
  }

  /** Every request has a path of its own. */
  @Override
  public boolean isConstant() {
    return false;
  }

  @Override
  public String kind() {
    return "proxy " + to.source();
  }
}
