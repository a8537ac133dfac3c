package dev.homeport.engine.template;

import dev.homeport.engine.http.Authorization;
import dev.homeport.engine.http.NamedValues;
import dev.homeport.engine.http.Part;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.state.State;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A word of the language that names data of the request: {@code path}, {@code json}, {@code
 * headers}.
 *
 * @param whole its value, a JSON tree or a plain value
 * @param fields the names that may follow it, null when they depend on the request
 * @param instead for a text, which has no fields, what to write for one; else null
 */
record Word(
    String name,
    Function<Scope, @Nullable Object> whole,
    @Nullable Set<String> fields,
    @Nullable String instead) {

  private static final Set<String> NO_FIELDS = Set.of();
  private static final Set<String> PART_FIELDS =
      Set.of("filename", "mediaType", "size", "text", "json");

  /** Has a value for a message of a WebSocket alone. */
  static final String MESSAGE = "message";

  static final Map<String, Word> ALL = all();

  private static Map<String, Word> all() {
    Map<String, Word> words = new LinkedHashMap<>();
    text(words, "method", scope -> scope.request().method());
    text(words, "url", scope -> scope.request().url());
    text(words, "baseUrl", scope -> scope.request().baseUrl());
    text(words, "rawPath", scope -> scope.request().rawPath());
    object(words, "path", Scope::path);
    object(words, "query", scope -> named(scope.request().query()));
    object(words, "headers", scope -> headers(scope.request()));
    object(words, "cookies", scope -> named(scope.request().cookies()));
    object(words, "form", scope -> named(scope.request().form()));
    add(words, new Word("body", s -> s.request().text(), NO_FIELDS, "json"));
    object(words, "json", scope -> scope.request().json());
    object(words, "parts", scope -> parts(scope.request().parts()));
    add(words, new Word("auth", Word::auth, Set.of("user", "token"), null));
    text(words, "client", scope -> scope.request().client().getHostAddress());
    text(words, "host", scope -> scope.request().host());
    object(words, "vars", scope -> new Named(() -> names(scope), scope::var));
    object(words, "state", scope -> state(scope.state()));
    text(words, "call", Scope::call);
    text(words, "route", Scope::route);
    add(words, new Word(MESSAGE, Word::message, Set.of("text", "json", "base64"), null));
    return Collections.unmodifiableMap(words);
  }

  private static void text(
      Map<String, Word> words, String name, Function<Scope, @Nullable Object> whole) {
    add(words, new Word(name, whole, NO_FIELDS, null));
  }

  private static void object(
      Map<String, Word> words, String name, Function<Scope, @Nullable Object> whole) {
    add(words, new Word(name, whole, null, null));
  }

  private static void add(Map<String, Word> words, Word word) {
    words.put(word.name(), word);
  }

  /** The names that may follow a part's name. */
  static Set<String> partFields() {
    return PART_FIELDS;
  }

  private static Set<String> names(Scope scope) {
    Set<String> names = new LinkedHashSet<>();
    scope.varNames().forEach(names::add);
    return names;
  }

  private static Named state(State state) {
    return new Named(() -> state.values().keySet(), state::get);
  }

  private static Named named(NamedValues values) {
    return new Named(values::names, name -> Values.oneOrAll(values.all(name)));
  }

  private static Named headers(Request request) {
    return new Named(
        request.headers()::names, name -> Values.oneOrAll(request.headers().all(name)));
  }

  private static Named parts(List<Part> parts) {
    Set<String> names = new LinkedHashSet<>();
    parts.forEach(part -> names.add(part.name()));
    return new Named(
        () -> names,
        name -> {
          List<Object> found = new ArrayList<>();
          for (Part part : parts) {
            if (part.name().equals(name)) {
              found.add(part(part));
            }
          }
          return Values.oneOrAll(found);
        });
  }

  private static Named part(Part part) {
    return new Named(
        () -> List.of("filename", "mediaType", "size", "text", "json"), name -> of(part, name));
  }

  private static @Nullable Object of(Part part, String name) {
    return switch (name) {
      case "filename" -> part.filename();
      case "mediaType" -> part.mediaType();
      case "size" -> (long) part.size();
      case "text" -> new String(part.content(), StandardCharsets.UTF_8);
      case "json" -> {
        JsonNode json = Json.parse(part.content());
        yield json == null ? null : Json.toJava(json);
      }
      default -> null;
    };
  }

  private static @Nullable Object message(Scope scope) {
    Request request = scope.request();
    if (request.messageKind() == null) {
      return null;
    }
    return new Named(
        () -> List.of("text", "json", "base64"),
        name ->
            switch (name) {
              case "text" -> request.text();
              case "json" -> {
                JsonNode json = request.json();
                yield json == null ? null : Json.toJava(json);
              }
              case "base64" -> Base64.getEncoder().encodeToString(request.body());
              default -> null;
            });
  }

  private static @Nullable Object auth(Scope scope) {
    Authorization authorization = scope.request().authorization();
    if (authorization == null) {
      return null;
    }
    return new Named(
        () -> List.of("user", "token"),
        name ->
            switch (name) {
              case "user" -> authorization.user();
              case "token" -> authorization.token();
              default -> null;
            });
  }
}
