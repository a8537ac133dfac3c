package dev.homeport.engine.answer;

import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;

/** What an item of a stream says. Immutable, safe to share. */
public sealed interface ItemContent {

  /** The text of one turn; of JSON it has no line break. */
  String text(Scope scope);

  /** Whether it is a JSON value. */
  boolean isJson();

  /** A text. */
  record Text(Template template) implements ItemContent {

    @Override
    public String text(Scope scope) {
      return template.text(scope);
    }

    @Override
    public boolean isJson() {
      return false;
    }
  }

  /** A JSON value, written compactly. */
  record JsonValue(JsonTemplate value) implements ItemContent {

    @Override
    public String text(Scope scope) {
      StringBuilder json = new StringBuilder();
      value.write(scope, json);
      return json.toString();
    }

    @Override
    public boolean isJson() {
      return true;
    }
  }
}
