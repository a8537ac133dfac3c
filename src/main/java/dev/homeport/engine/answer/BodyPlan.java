package dev.homeport.engine.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body as the author wrote it. Immutable, safe to share. */
public sealed interface BodyPlan
    permits BodyPlan.Bodiless,
        BodyPlan.JsonBody,
        BodyPlan.TextBody,
        BodyPlan.Base64Body,
        BodyPlan.FormBody,
        BodyPlan.FileBody,
        StreamBody,
        ForwardPlan {

  /** The content type when the author gives none; null for no body. */
  @Nullable String contentType(Scope scope);

  /** Headers that belong to such a body, where the author gives none of that name. */
  default List<Field> furtherHeaders() {
    return List.of();
  }

  /**
   * The one header of such a body where the author gives none at all: the same for thousands of
   * them, so that it stays in the caches of the processor. Null when there is more to say.
   */
  default @Nullable Headers usualHeaders() {
    return null;
  }

  /** The body of one answer. */
  Body render(Scope scope) throws UnsendableException;

  /** Whether every answer has the same bytes. */
  boolean isConstant();

  /** The body that every answer has, or null when answers differ. */
  default @Nullable Body fixed() {
    return null;
  }

  /** What it is in one word, for the start-up list. */
  String kind();

  /** One that nothing is sent of. */
  sealed interface Bodiless extends BodyPlan permits None, UpgradePlan, MessagePlan {

    @Override
    default @Nullable String contentType(Scope scope) {
      return null;
    }

    @Override
    default Body render(Scope scope) {
      return Body.empty();
    }
  }

  /** No body. */
  record None() implements Bodiless {

    @Override
    public boolean isConstant() {
      return true;
    }

    @Override
    public Body fixed() {
      return Body.empty();
    }

    @Override
    public String kind() {
      return "";
    }
  }

  /** {@code json} with templates in it. */
  record JsonBody(JsonTemplate value) implements BodyPlan {

    /** A value as a body: written now, when it is the same always. */
    public static BodyPlan of(JsonTemplate value) {
      return value instanceof JsonTemplate.Constant constant
          ? TextBody.ofJson(constant.constant())
          : new JsonBody(value);
    }

    @Override
    public String contentType(Scope scope) {
      return UsualHeaders.JSON;
    }

    @Override
    public Headers usualHeaders() {
      return UsualHeaders.of(UsualHeaders.JSON);
    }

    @Override
    public Body render(Scope scope) {
      StringBuilder json = new StringBuilder();
      value.write(scope, json);
      return new Body.Bytes(json.toString().getBytes(UTF_8));
    }

    @Override
    public boolean isConstant() {
      return value.isConstant();
    }

    @Override
    public String kind() {
      return "json";
    }
  }

  /**
   * {@code text}, {@code html}, {@code xml}, a file that is a template, and {@code json} without
   * one.
   */
  record TextBody(Template text, String mediaType, String kind) implements BodyPlan {

    /**
     * A text of one of the kinds that the language has.
     *
     * @param kind {@code text}, {@code html} or {@code xml}
     */
    public static TextBody of(String kind, Template text) {
      String type =
          switch (kind) {
            case "html" -> UsualHeaders.HTML;
            case "xml" -> UsualHeaders.XML;
            default -> UsualHeaders.TEXT;
          };
      return new TextBody(text, type, kind);
    }

    /** A JSON value, written once and for all. */
    public static TextBody ofJson(@Nullable Object value) {
      return new TextBody(Template.constant(Json.write(value)), UsualHeaders.JSON, "json");
    }

    @Override
    public String contentType(Scope scope) {
      return mediaType;
    }

    @Override
    public Headers usualHeaders() {
      return UsualHeaders.of(mediaType);
    }

    @Override
    public Body render(Scope scope) {
      return new Body.Bytes(text.text(scope).getBytes(UTF_8));
    }

    @Override
    public boolean isConstant() {
      return text.isConstant();
    }

    @Override
    public @Nullable Body fixed() {
      return text.isConstant() ? new Body.Bytes(text.source().getBytes(UTF_8)) : null;
    }
  }

  /** {@code base64}. */
  record Base64Body(Template base64, Location at) implements BodyPlan {

    /**
     * White space is passed over: a block text has line breaks.
     *
     * @throws IllegalArgumentException when it is not base64
     */
    public static byte[] decode(String text) {
      return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    }

    @Override
    public String contentType(Scope scope) {
      return "application/octet-stream";
    }

    @Override
    public Body render(Scope scope) throws UnsendableException {
      try {
        return new Body.Bytes(decode(base64.text(scope)));
      } catch (IllegalArgumentException e) {
        throw new UnsendableException("base64", at, "the rendered text is not base64");
      }
    }

    @Override
    public boolean isConstant() {
      return base64.isConstant();
    }

    @Override
    public String kind() {
      return "base64";
    }
  }

  /** {@code form}: URL-encoded pairs. */
  record FormBody(List<Pair> pairs) implements BodyPlan {

    /** One name with one value. */
    public record Pair(String name, Template value) {}

    public FormBody {
      pairs = List.copyOf(pairs);
    }

    @Override
    public String contentType(Scope scope) {
      return "application/x-www-form-urlencoded";
    }

    @Override
    public Body render(Scope scope) {
      StringBuilder form = new StringBuilder();
      for (Pair pair : pairs) {
        form.append(form.isEmpty() ? "" : "&").append(URLEncoder.encode(pair.name(), UTF_8));
        form.append('=').append(URLEncoder.encode(pair.value().text(scope), UTF_8));
      }
      return new Body.Bytes(form.toString().getBytes(UTF_8));
    }

    @Override
    public boolean isConstant() {
      return pairs.stream().allMatch(pair -> pair.value().isConstant());
    }

    @Override
    public String kind() {
      return "form";
    }
  }

  /**
   * A file, opened when it is sent.
   *
   * @param path relative to the mock file; chosen by the request when it has expressions
   */
  record FileBody(Template path, ContentSource files, Location at) implements BodyPlan {

    /** The file for this request, or null when it is not there. */
    @Nullable Content find(Scope scope) {
      return files.find(path.text(scope));
    }

    @Override
    public String contentType(Scope scope) {
      return FileTypes.of(path.text(scope));
    }

    @Override
    public Body render(Scope scope) throws UnsendableException {
      Content content = find(scope);
      if (content == null) {
        throw new UnsendableException("file", at, "the file is not there any more");
      }
      return new Body.Stored(content);
    }

    /** The file may change between two answers. */
    @Override
    public boolean isConstant() {
      return false;
    }

    @Override
    public String kind() {
      return "file " + path.source();
    }
  }
}
