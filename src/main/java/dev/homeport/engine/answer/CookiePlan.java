package dev.homeport.engine.answer;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cookie as the author wrote it (RFC 6265, 4.1).
 *
 * @param name a token
 * @param value null to delete the cookie
 * @param attributes with a value, in the order in which they are sent: {@code Path}, {@code
 *     Max-Age}, …
 * @param flags {@code Secure}, {@code HttpOnly}
 */
public record CookiePlan(
    String name,
    @Nullable Template value,
    List<Attribute> attributes,
    List<String> flags,
    Location at) {

  /** {@code Path=/}. */
  public record Attribute(String name, Template value) {}

  public CookiePlan {
    attributes = List.copyOf(attributes);
    flags = List.copyOf(flags);
  }

  boolean isConstant() {
    return (value == null || value.isConstant())
        && attributes.stream().allMatch(attribute -> attribute.value().isConstant());
  }

  void addTo(List<Field> fields, Scope scope) throws UnsendableException {
    StringBuilder cookie = new StringBuilder(name).append('=');
    if (value != null) {
      cookie.append(checked(value, scope));
    }
    for (Attribute attribute : attributes) {
      String text = checked(attribute.value(), scope);
      if (!text.isEmpty()) {
        cookie.append("; ").append(attribute.name()).append('=').append(text);
      }
    }
    if (value == null) {
      cookie.append("; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
    }
    flags.forEach(flag -> cookie.append("; ").append(flag));
    fields.add(new Field("Set-Cookie", cookie.toString()));
  }

  private String checked(Template template, Scope scope) throws UnsendableException {
    String text = template.text(scope);
    String fault = HeaderText.cookieFault(text);
    if (fault != null) {
      throw new UnsendableException("cookies." + name, at, fault);
    }
    return text;
  }
}
