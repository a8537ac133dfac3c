package dev.homeport.engine.answer;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import java.util.List;

/**
 * One header line as the author wrote it; one that renders empty is not sent.
 *
 * @param name a token, in the author's case
 */
public record HeaderPlan(String name, Template value, Location at) {

  void addTo(List<Field> fields, Scope scope) throws UnsendableException {
    String text = value.text(scope).strip();
    String fault = HeaderText.fault(text);
    if (fault != null) {
      throw new UnsendableException("headers." + name, at, fault);
    }
    if (!text.isEmpty()) {
      fields.add(new Field(name, text));
    }
  }
}
