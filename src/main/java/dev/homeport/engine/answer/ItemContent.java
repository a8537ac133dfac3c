package dev.homeport.engine.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;

/** What an item of a stream says. Immutable, safe to share. */
public sealed interface ItemContent {

  /** The text of one turn; of JSON it has no line break. */
  String text(Scope scope);

  /** Whether it is a JSON value. */
  boolean isJson();

  /** The bytes of one turn. */
  default byte[] bytes(Scope scope) throws UnsendableException {
    return text(scope).getBytes(UTF_8);
  }

  /** What the bytes are. */
  default Sending.Form form() {
    return isJson() ? Sending.Form.JSON : Sending.Form.TEXT;
  }

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

  /** Bytes, written in base64; of a message of a WebSocket. */
  record Base64Bytes(Template template, Location at) implements ItemContent {

    @Override
    public String text(Scope scope) {
      return template.text(scope);
    }

    @Override
    public boolean isJson() {
      return false;
    }

    @Override
    public byte[] bytes(Scope scope) throws UnsendableException {
      try {
        return BodyPlan.Base64Body.decode(text(scope));
      } catch (IllegalArgumentException e) {
        throw new UnsendableException("base64", at, "the rendered text is not base64");
      }
    }

    @Override
    public Sending.Form form() {
      return Sending.Form.BINARY;
    }
  }
}
