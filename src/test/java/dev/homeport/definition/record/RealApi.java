package dev.homeport.definition.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.HttpString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An API as they are found: two hundred resources in every format, some that change, errors,
 * redirects, and headers that nobody needs. Answers the same calls alike when it begins anew.
 */
public final class RealApi implements AutoCloseable {

  /** What it answers. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Answer(int status, Map<String, String> headers, byte[] body) {}

  /** A request: {@code GET /users}, with a body or an empty text. */
  public record Call(String method, String target, String body) {

    static Call get(String target) {
      return new Call("GET", target, "");
    }

    /** What the body is. */
    public String type() {
      return body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
    }
  }

  private static final String JSON = "application/json; charset=utf-8";

  private final Map<String, Integer> visits = new LinkedHashMap<>();
  private @Nullable Undertow server;

  private RealApi() {}

  /** An API that is asked without a socket. */
  static RealApi inMemory() {
    return new RealApi();
  }

  /** Begins to serve, on a port of loopback that is free. */
  public static RealApi start() {
    RealApi api = new RealApi();
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(new BlockingHandler(api::handle))
            .build();
    server.start();
    api.server = server;
    return api;
  }

  public String url() {
    InetSocketAddress address =
        (InetSocketAddress) requireNonNull(server).getListenerInfo().get(0).getAddress();
    return "http://127.0.0.1:" + address.getPort();
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop();
    }
  }

  /** All that a client asks, in order. */
  public static List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (int i = 1; i <= 120; i++) {
      calls.add(Call.get("/api/v1/users/" + i));
    }
    for (int i = 1; i <= 60; i++) {
      calls.add(Call.get("/docs/page" + i));
    }
    for (String target :
        List.of(
            "/",
            "/api/v1/users",
            "/api/v1/users?page=2",
            "/api/v1/users?page=3&sort=name",
            "/api/v1/users?q=%7B%7Bx%7D%7D",
            "/api/v1/users/1/avatar.png",
            "/api/v1/users/2/avatar.png",
            "/api/v1/users/4711",
            "/api/v1/users/me",
            "/feed.xml",
            "/latin1.txt",
            "/static/app.js",
            "/static/logo.png",
            "/zipped",
            "/zipped.html",
            "/brotli",
            "/old",
            "/older",
            "/broken",
            "/nothing",
            "/a%2Fb/c%20d/%C3%A4?x=%26",
            "/job",
            "/job",
            "/job",
            "/job",
            "/flip",
            "/flip",
            "/flip",
            "/orders/550e8400-e29b-41d4-a716-446655440000",
            "/orders/01ARZ3NDEKTSV4RRFFQ69G5FAV",
            "/orders/P-7")) {
      calls.add(Call.get(target));
    }
    calls.add(new Call("POST", "/orders", "{\"sku\":\"P-7\",\"lines\":[1,2]}"));
    calls.add(new Call("POST", "/orders", "{\"sku\":\"P-8\",\"lines\":[]}"));
    calls.add(new Call("POST", "/orders", "{\"sku\":\"P-7\",\"lines\":[1,2]}"));
    calls.add(new Call("POST", "/orders", "{\"lines\":[]}"));
    calls.add(new Call("POST", "/forms", "name=ada&name=bob&city=K%C3%B6ln"));
    calls.add(new Call("POST", "/forms", "name=ada"));
    calls.add(new Call("PUT", "/orders/P-7", "{\"sku\":\"P-9\"}"));
    calls.add(new Call("PATCH", "/orders/P-7", "{\"sku\":null}"));
    calls.add(new Call("DELETE", "/orders/P-7", ""));
    calls.add(new Call("DELETE", "/orders/P-8", ""));
    calls.add(new Call("HEAD", "/api/v1/users", ""));
    return calls;
  }

  private void handle(HttpServerExchange exchange) throws IOException {
    byte[] body = exchange.getInputStream().readAllBytes();
    String query = exchange.getQueryString();
    String target = exchange.getRequestURI() + (query.isEmpty() ? "" : "?" + query);
    Call call = new Call(exchange.getRequestMethod().toString(), target, new String(body, UTF_8));
    Answer answer = answer(call);
    answer
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    exchange.setStatusCode(answer.status());
    if (answer.body().length > 0 && !call.method().equals("HEAD")) {
      exchange.getOutputStream().write(answer.body());
    }
    exchange.endExchange();
  }

  /** What it answers next. */
  public synchronized Answer answer(Call call) {
    int visit = visits.merge(call.method() + call.target(), 1, Integer::sum);
    Answer answer = answer(call, visit);
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    headers.put("Server", "nginx/1.25");
    headers.put("X-Request-Id", "r-" + visits.size() + "-" + visit);
    headers.put("CF-RAY", "8c" + visits.size());
    headers.put("Cache-Control", "no-store");
    return new Answer(answer.status(), headers, answer.body());
  }

  private static Answer answer(Call call, int visit) {
    String path = call.target().replaceAll("\\?.*", "");
    if (call.method().equals("GET") || call.method().equals("HEAD")) {
      return get(call.target(), path, visit);
    } else if (call.method().equals("POST") && path.equals("/orders")) {
      return call.body().contains("sku")
          ? with(json(201, "{\"id\":" + visit + "}"), "Location", "/orders/" + visit)
          : json(422, "{\"error\":\"no sku\"}");
    }
    return call.method().equals("DELETE")
        ? new Answer(204, Map.of(), new byte[0])
        : json(200, "{\"got\": " + call.body().length() + "}\n");
  }

  private static Answer get(String target, String path, int visit) {
    if (path.matches("/api/v1/users/[0-9]{1,3}")) {
      return json(200, user(Integer.parseInt(path.substring(14))));
    } else if (path.startsWith("/docs/")) {
      return document(Integer.parseInt(path.substring(10)));
    } else if (path.endsWith(".png")) {
      byte[] image = new byte[3000 + path.length()];
      new Random(path.hashCode()).nextBytes(image);
      return of(200, "image/png", image);
    }
    return switch (path) {
      case "/" -> text("text/html; charset=utf-8", "<!doctype html>\n<p>{{name}} \\{{x}}</p>\n");
      case "/api/v1/users" -> json(200, "[{\"target\":\"" + target.replace("\"", "") + "\"}]");
      case "/api/v1/users/4711" -> json(404, "{\"error\":\"no such user\"}");
      case "/feed.xml" -> text("application/xml", "<?xml version=\"1.0\"?>\r\n<a b='{{c}}'/>");
      case "/latin1.txt" -> of(200, "text/plain; charset=iso-8859-1", "süß".getBytes(ISO_8859_1));
      case "/static/app.js" -> text("text/javascript", "const a = `{{x}}`;\n");
      case "/zipped" -> zipped(json(200, "{\"zipped\":true,\"n\":1.50}"));
      case "/zipped.html" -> zipped(text("text/html", "<p>" + "zip ".repeat(900) + "</p>"));
      case "/brotli" ->
          with(of(200, "text/plain", new byte[] {11, 2, -128, 3}), "Content-Encoding", "br");
      case "/old" -> with(of(301, "", new byte[0]), "Location", "/api/v1/users");
      case "/older" ->
          with(of(302, "text/html", "<a>".getBytes(UTF_8)), "Location", "https://x.test/");
      case "/broken" -> text("text/plain", 500, "at a.b.C\n\tat d.e.F\n");
      case "/nothing" -> of(200, "", new byte[0]);
      case "/job" -> json(200, "{\"state\":\"" + (visit < 3 ? "running" : "done") + "\"}");
      case "/flip" -> json(visit == 2 ? 503 : 200, "{\"visit\":" + visit + "}");
      default -> json(200, "{\"path\":\"" + path + "\"}");
    };
  }

  /** Every oddity that JSON allows, some of it indented, some of it with spaces. */
  private static String user(int i) {
    List<String> odd =
        List.of(
            "1.0",
            "1e5",
            "-0",
            "-0.0",
            "1E400",
            "12345678901234567890",
            "0.1000",
            "null",
            "true",
            "\"caf\\u00e9\"",
            "\"caf\u00e9 \ud83d\ude00\"",
            "\"\\ud83d\"",
            "\"a\\/b\"",
            "\"{{x}} \\\\{{y}}\"",
            "\"line\\nbreak\\ttab\\u0000\"",
            "\"\u2028 \u00a0\ufeff\"",
            "\"no\"",
            "\"7\"",
            "\"1.20\"",
            "\": #\"",
            "\"- a\"",
            "\"'\\\"'\"",
            "\" x \"",
            "\"\"",
            "[]",
            "{}",
            "[[],[{}],[[1,[2,[3]]]]]",
            "{\"a\":1,\"a\":2}",
            "{\"\":{\"<<\":1}}",
            "{\"{{#if x}}\":[1,{\"~\":\"~\"}]}",
            "\"present\"",
            "\"absent\"",
            "\"=\"",
            "\"0x1F\"");
    String value = odd.get(i % odd.size());
    return switch (i % 4) {
      case 0 -> "{\n  \"id\": " + i + ",\n  \"odd\": " + value + "\n}\n";
      case 1 -> "{\"id\": " + i + ", \"odd\": " + value + "}";
      default -> "{\"id\":" + i + ",\"odd\":" + value + ",\"list\":[" + value + "," + value + "]}";
    };
  }

  private static Answer document(int i) {
    String text = "Page " + i + "\n".repeat(i % 4) + (i % 5 == 0 ? " \ttab\n\n" : "end");
    return switch (i % 6) {
      case 0 -> text("text/markdown", text);
      case 1 -> text("text/plain; charset=utf-8", text);
      case 2 -> text("text/html", "<p title=\"{{" + i + "}}\">" + text + "</p>");
      case 3 -> text("application/xml", "<page n='" + i + "'>" + text + "</page>\n");
      case 4 -> json(200, user(i));
      default -> text("text/csv", "a,b\r\n" + i + ",\"x\ny\"\r\n");
    };
  }

  private static Answer json(int status, String body) {
    return of(status, JSON, body.getBytes(UTF_8));
  }

  private static Answer text(String type, String body) {
    return text(type, 200, body);
  }

  private static Answer text(String type, int status, String body) {
    return of(status, type, body.getBytes(UTF_8));
  }

  private static Answer of(int status, String type, byte[] body) {
    return new Answer(status, type.isEmpty() ? Map.of() : Map.of("Content-Type", type), body);
  }

  private static Answer with(Answer answer, String name, String value) {
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    headers.put(name, value);
    return new Answer(answer.status(), headers, answer.body());
  }

  private static Answer zipped(Answer answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Answer zipped = new Answer(answer.status(), answer.headers(), bytes.toByteArray());
    return with(zipped, "Content-Encoding", "gzip");
  }
}
