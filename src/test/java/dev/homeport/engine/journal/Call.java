package dev.homeport.engine.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.answer.BodyPlan;
import dev.homeport.engine.answer.ResponseParts;
import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.answer.StatusPlan;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.CaseGroup;
import dev.homeport.engine.route.Choice;
import dev.homeport.engine.route.PathPattern;
import dev.homeport.engine.route.Route;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request in the making, for tests of the journal and of what is judged by it. */
public final class Call {

  public static final Instant TIME = Instant.parse("2026-05-10T12:00:00.123456789Z");

  private static final Location AT = Location.startOf("mocks/pay.yaml");

  private final String method;
  private final String target;
  private final List<Field> headers = new ArrayList<>();
  private byte[] body = {};
  private Outcome outcome = Outcome.ByServer.INSTANCE;
  private byte[] response = {};

  private Call(String method, String target) {
    this.method = method;
    this.target = target;
  }

  /** {@code GET /users?page=2}. */
  public static Call of(String line) {
    int space = line.indexOf(' ');
    return new Call(line.substring(0, space), line.substring(space + 1));
  }

  public Call header(String name, String value) {
    headers.add(new Field(name, value));
    return this;
  }

  public Call body(byte[] bytes) {
    body = bytes;
    return this;
  }

  public Call json(String text) {
    return header("Content-Type", "application/json").body(text.getBytes(UTF_8));
  }

  public Call responded(byte[] bytes) {
    response = bytes;
    return this;
  }

  /** Answered by a case of a route, as in {@code GET /users/{id}}. */
  public Call by(String key, @Nullable String routeName, @Nullable String name, String... tags) {
    return by(route(key, routeName, plan(name, tags)));
  }

  /** Answered by the only case of a route. */
  Call by(Route route) {
    Case only = route.own().cases().get(0);
    outcome = new Outcome.ByRoute(route, only, only.choice().plans().get(0));
    return this;
  }

  public Call unmatched(String why) {
    outcome = new Outcome.Unmatched(() -> why);
    return this;
  }

  public Exchange exchange() {
    Request request =
        new Request(
            method, target, Headers.of(headers), body, "http", InetAddress.getLoopbackAddress());
    SentResponse sent = new SentResponse(200, "OK", Headers.none(), response, response.length);
    return new Exchange(request, new Arrival(TIME, 1_000, "HTTP/1.1", 5000), outcome, sent);
  }

  static Route route(String key, @Nullable String name, ResponsePlan plan) {
    int space = key.indexOf(' ');
    Case only = new Case(AT, key, List.of(), 0, 1, null, new Choice.Always(plan));
    CaseGroup own = new CaseGroup(List.of(only), List.of());
    Set<String> methods = Set.of(key.substring(0, space));
    PathPattern pattern = path(key.substring(space + 1));
    return new Route(AT, methods, pattern, key, List.of(), own, name);
  }

  static ResponsePlan plan(@Nullable String name, String... tags) {
    return plan(new BodyPlan.None(), name, tags);
  }

  static ResponsePlan plan(BodyPlan body, @Nullable String name, String... tags) {
    return new ResponsePlan(
        new ResponseParts(
            AT,
            new StatusPlan(200, null, AT),
            null,
            List.of(),
            List.of(),
            body,
            null,
            List.of(),
            name,
            Set.of(tags)));
  }

  public static PathPattern path(String path) {
    try {
      return PathPattern.parse(path);
    } catch (SyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
