package dev.homeport.engine.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.state.Memory;
import dev.homeport.engine.state.State;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request and its surroundings, to render templates with. */
final class Scene {

  static final TemplateCompiler COMPILER = new TemplateCompiler();

  private static final SigningKey KEY = SigningKey.make(OptionalLong.of(1));

  private final List<Headers.Field> headers = new ArrayList<>();
  private final Map<String, String> path = new LinkedHashMap<>();
  private final List<Scope.Var> vars = new ArrayList<>();
  private final Memory memory = Memory.of(State.empty());
  private String method = "GET";
  private String target = "/";
  private String body = "";
  private long seed = 42;

  static Scene get(String target) {
    Scene scene = new Scene();
    scene.target = target;
    return scene;
  }

  static Scene post(String type, String body) {
    Scene scene = new Scene().header("Content-Type", type);
    scene.method = "POST";
    scene.body = body;
    return scene;
  }

  static Scene json(String body) {
    return post("application/json", body);
  }

  Scene header(String name, String value) {
    headers.add(new Headers.Field(name, value));
    return this;
  }

  Scene path(String name, String value) {
    path.put(name, value);
    return this;
  }

  Scene var(String name, @Nullable Object value) {
    vars.add(new Scope.Var(name, scope -> value));
    return this;
  }

  Scene seed(long value) {
    seed = value;
    return this;
  }

  Scope scope() {
    Request request =
        new Request(
            method,
            target,
            Headers.of(headers),
            body.getBytes(UTF_8),
            "http",
            InetAddress.getLoopbackAddress());
    Clock clock = Clock.fixed(Instant.parse("2024-05-01T12:00:00Z"), ZoneOffset.UTC);
    Scope scope =
        Scope.of(
            request,
            path,
            "the route",
            clock,
            () -> new Random(seed * 0x9E3779B97F4A7C15L),
            memory,
            () -> KEY);
    scope.call(7);
    return scope.withVars(vars);
  }

  @Nullable Object value(String template) {
    return compiled(template, Escaping.NONE, KnownNames.any()).value(scope());
  }

  String text(String template) {
    return text(template, Escaping.NONE);
  }

  String text(String template, Escaping escaping) {
    return compiled(template, escaping, KnownNames.any()).text(scope());
  }

  /** The value as JSON with the members of objects sorted, in which types can be told apart. */
  String typed(String template) {
    return Json.write(sorted(value(template)));
  }

  private static @Nullable Object sorted(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, @Nullable Object> members = new TreeMap<>();
    map.forEach((name, member) -> members.put(String.valueOf(name), sorted(member)));
    return members;
  }

  static Template compiled(String template, Escaping escaping, KnownNames names) {
    try {
      return COMPILER.compile(template, escaping, names);
    } catch (SyntaxException e) {
      throw new AssertionError(template + ": " + e.getMessage() + " (" + e.hint() + ")", e);
    }
  }
}
