package dev.homeport.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.definition.load.TextReader;
import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.EngineOptions;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.BodyPlan;
import dev.homeport.engine.answer.Content;
import dev.homeport.engine.answer.ContentSource;
import dev.homeport.engine.answer.Delay;
import dev.homeport.engine.answer.DelayPlan;
import dev.homeport.engine.answer.HeaderPlan;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.answer.ResponseParts;
import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.answer.StatusPlan;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.JournalLimits;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.CaseGroup;
import dev.homeport.engine.route.Choice;
import dev.homeport.engine.route.PathPattern;
import dev.homeport.engine.route.Route;
import dev.homeport.engine.route.RouteIndex;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import dev.homeport.server.guard.Cors;
import dev.homeport.server.port.PortChoice;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Routes made by hand, so that the server is tested by itself. */
final class Mocks {

  private static final Location AT = Location.startOf("mocks.yaml");

  private final List<Route> routes = new ArrayList<>();

  /** A route that always answers alike. */
  Mocks with(String key, Reply reply) {
    return with(key, reply, bodyOf(reply));
  }

  /** A route that answers 200 with a text, made on the I/O thread. */
  Mocks with(String key, Function<Request, String> text) {
    return with(key, Duration.ZERO, text);
  }

  Mocks with(String key, Duration delay, Function<Request, String> text) {
    Reply reply = new Reply(200, null, Headers.none(), Body.empty(), delay);
    return with(key, reply, new BodyPlan.TextBody(new Computed(text), "text/plain", "text"));
  }

  /** A route whose file is looked for when it is asked for. */
  Mocks withFile(String key, Supplier<byte[]> bytes, Field... fields) {
    ContentSource files = path -> new Stored(bytes.get());
    BodyPlan body = new BodyPlan.FileBody(Template.constant("f.txt"), files, AT);
    return with(key, reply(200, "", fields), body);
  }

  /** A route that answers 200 with a body that is rendered. */
  Mocks withBody(String key, BodyPlan body) {
    return with(key, reply(200, ""), body);
  }

  private Mocks with(String key, Reply reply, BodyPlan body) {
    int space = key.indexOf(' ');
    Choice choice = new Choice.Always(new ResponsePlan(parts(reply, body)));
    Case only = new Case(AT, key, List.of(), 0, 1, null, choice);
    CaseGroup own = new CaseGroup(List.of(only), List.of());
    PathPattern pattern = pattern(key.substring(space + 1));
    Set<String> methods = Set.of(key.substring(0, space));
    routes.add(new Route(AT, methods, pattern, key, List.of(), own, null));
    return this;
  }

  private static ResponseParts parts(Reply reply, BodyPlan body) {
    List<HeaderPlan> headers =
        reply.headers().fields().stream()
            .map(field -> new HeaderPlan(field.name(), Template.constant(field.value()), AT))
            .toList();
    return new ResponseParts(
        AT,
        new StatusPlan(reply.status(), null, AT),
        reply.reason() == null ? null : Template.constant(reply.reason()),
        headers,
        List.of(),
        body,
        new DelayPlan(new Delay.Fixed(reply.delay()), null, AT),
        List.of(),
        null,
        Set.of());
  }

  private static BodyPlan bodyOf(Reply reply) {
    byte[] bytes = reply.body() instanceof Body.Bytes body ? body.content() : new byte[0];
    if (bytes.length == 0) {
      return new BodyPlan.None();
    }
    Template text = Template.constant(new String(bytes, UTF_8));
    return new BodyPlan.TextBody(text, "text/plain", "text");
  }

  HttpServer start() {
    return start(1 << 20);
  }

  HttpServer start(long maxBodyBytes) {
    return start(options(maxBodyBytes, Duration.ofSeconds(60)));
  }

  HttpServer start(ServerOptions options) {
    return start(options, RequestLog.none());
  }

  HttpServer start(ServerOptions options, RequestLog log) {
    return HttpServer.start(engine(), options, TextReader.withoutFiles(Map.of()), false, log);
  }

  static ServerOptions options(long maxBodyBytes, Duration bodyTimeout) {
    PortChoice any = new PortChoice(OptionalInt.of(0));
    return options("", any, maxBodyBytes, bodyTimeout);
  }

  static ServerOptions options(String host, PortChoice port) {
    return options(host, port, 1 << 20, Duration.ofSeconds(60));
  }

  private static ServerOptions options(
      String host, PortChoice port, long maxBodyBytes, Duration bodyTimeout) {
    return new ServerOptions(
        host,
        port,
        List.of(),
        Cors.local(),
        maxBodyBytes,
        bodyTimeout,
        JournalLimits.DEFAULT,
        Optional.empty(),
        OutboundOptions.none());
  }

  MockEngine engine() {
    EngineOptions options = new EngineOptions(Clock.systemUTC(), OptionalLong.empty(), null, true);
    return new MockEngine(RouteIndex.compile(routes, false), options);
  }

  static Reply text(String text) {
    return reply(200, text, new Field("Content-Type", "text/plain"));
  }

  static Reply reply(int status, String text, Field... fields) {
    Body body = new Body.Bytes(text.getBytes(UTF_8));
    return new Reply(status, null, Headers.of(List.of(fields)), body, Duration.ZERO);
  }

  private static PathPattern pattern(String path) {
    try {
      return PathPattern.parse(path);
    } catch (SyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** A file in memory, last changed at 2020-01-02T03:04:05.678Z. */
  @SuppressWarnings("ArrayRecordComponent")
  record Stored(byte[] bytes) implements Content {

    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public String etag() {
      return "\"v1\"";
    }

    @Override
    public Instant lastModified() {
      return Instant.parse("2020-01-02T03:04:05.678Z");
    }

    @Override
    public InputStream open(long offset) {
      return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
    }
  }

  private record Computed(Function<Request, String> text) implements Template {

    @Override
    public String value(Scope scope) {
      return text(scope);
    }

    @Override
    public String text(Scope scope) {
      return text.apply(scope.request());
    }

    @Override
    public String source() {
      return "";
    }

    @Override
    public boolean isConstant() {
      return false;
    }
  }
}
