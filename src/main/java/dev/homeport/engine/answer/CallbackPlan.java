package dev.homeport.engine.answer;

import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.HttpUrl;
import dev.homeport.engine.template.RenderException;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code callback}: a request that follows an answer, as the author wrote it. It sees what the
 * answer sees, at the moment of the answer. Immutable, safe to share.
 *
 * @param delay after the answer, or null for none
 * @param body at hand once it is rendered: no file, no stream
 */
public record CallbackPlan(
    Location at,
    @Nullable DelayPlan delay,
    String method,
    Template url,
    List<HeaderPlan> headers,
    BodyPlan body) {

  public CallbackPlan {
    headers = List.copyOf(headers);
  }

  /** The URL, or null when it is not known before a request comes. */
  public @Nullable HttpUrl fixedUrl() {
    try {
      return url.isConstant() ? HttpUrl.parse(url.source()) : null;
    } catch (SyntaxException e) {
      throw new IllegalStateException(url.source(), e);
    }
  }

  Callback render(Scope scope) {
    try {
      return ready(scope);
    } catch (UnsendableException | RenderException e) {
      return new Callback.Broken(at, method, String.valueOf(e.getMessage()));
    }
  }

  private Callback ready(Scope scope) throws UnsendableException {
    HttpUrl to = url(scope);
    Duration wait = delay == null ? Duration.ZERO : delay.render(scope);
    List<Field> fields = new ArrayList<>();
    for (HeaderPlan header : headers) {
      header.addTo(fields, scope);
    }
    String type = body.contentType(scope);
    if (type != null && headers.stream().noneMatch(CallbackPlan::isType)) {
      fields.add(new Field("Content-Type", type));
    }
    if (body.render(scope) instanceof Body.Bytes bytes) {
      return new Callback.Ready(at, wait, method, to, fields, bytes.content());
    }
    throw new IllegalStateException("a body that is not at hand: " + body.kind());
  }

  private static boolean isType(HeaderPlan header) {
    return header.name().equalsIgnoreCase("Content-Type");
  }

  private HttpUrl url(Scope scope) throws UnsendableException {
    try {
      return HttpUrl.parse(url.text(scope).strip());
    } catch (SyntaxException e) {
      throw new UnsendableException("callback.url", at, "the rendered URL: " + e.getMessage());
    }
  }
}
