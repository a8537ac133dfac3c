package dev.homeport;

import dev.homeport.engine.answer.Pace;
import dev.homeport.engine.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a route answers. Immutable: each method gives a new response. Where a route is given it, its
 * texts are templates, as in a mock file; what a {@link Responder} gives is sent as it is.
 *
 * <pre>{@code
 * get("/users/{id}").reply(json(Map.of("id", "{{number path.id}}")).withStatus(201))
 * }</pre>
 */
public final class Response {

  /** One header line. */
  record Field(String name, String value) {}

  /**
   * A body.
   *
   * @param kind the response key of the language: {@code json}, {@code text}, {@code base64}, …
   * @param content a text, or for {@code json} plain values; null without a body
   */
  record Content(String kind, @Nullable Object content) {}

  /**
   * How it is sent.
   *
   * @param delay before the first byte
   * @param pace of the body; null for as fast as it goes
   * @param fault null for none
   */
  record Sending(Duration delay, @Nullable Pace pace, @Nullable Fault fault) {

    private static final Sending AT_ONCE = new Sending(Duration.ZERO, null, null);
  }

  private static final Content NOTHING = new Content("", null);

  private final int status;
  private final List<Field> headers;
  private final Content body;
  private final Sending sending;
  private final @Nullable String name;

  private Response(
      int status, List<Field> headers, Content body, Sending sending, @Nullable String name) {
    this.status = status;
    this.headers = List.copyOf(headers);
    this.body = body;
    this.sending = sending;
    this.name = name;
  }

  private static Response of(String kind, @Nullable Object content) {
    return new Response(200, List.of(), new Content(kind, content), Sending.AT_ONCE, null);
  }

  /** A status without a body. */
  public static Response status(int status) {
    return new Response(status, List.of(), NOTHING, Sending.AT_ONCE, null);
  }

  /**
   * What goes wrong in the place of a response: {@link Fault#EMPTY}, {@link Fault#RESET}, {@link
   * Fault#GARBAGE} or {@link Fault#HANG}; the others need one: {@link #withFault}.
   */
  public static Response fault(Fault fault) {
    return status(200).withFault(fault);
  }

  /** A map, a list, a record or another value as JSON, {@code application/json}. */
  public static Response json(@Nullable Object value) {
    return of("json", PlainValue.of(value));
  }

  /**
   * JSON as written, {@code application/json}.
   *
   * @throws IllegalArgumentException when it is not JSON
   */
  public static Response json(String text) {
    Object tree = Json.parse(text);
    if (tree == null) {
      throw new IllegalArgumentException("'" + text + "' is not JSON");
    }
    return of("json", tree);
  }

  /** {@code text/plain; charset=utf-8}. */
  public static Response text(String text) {
    return of("text", text);
  }

  /** {@code text/html; charset=utf-8}. */
  public static Response html(String html) {
    return of("html", html);
  }

  /** {@code application/xml; charset=utf-8}. */
  public static Response xml(String xml) {
    return of("xml", xml);
  }

  /** {@code application/octet-stream}. */
  public static Response bytes(byte[] bytes) {
    return of("base64", Base64.getEncoder().encodeToString(bytes));
  }

  /**
   * A file of the mocks folder, its type from its name; not for a {@link Responder}.
   *
   * @param path relative to the folder
   */
  public static Response file(String path) {
    return of("file", path);
  }

  /**
   * The same with another status, 200 by default.
   *
   * @param other 200 to 599
   */
  public Response withStatus(int other) {
    return new Response(other, headers, body, sending, name);
  }

  /** The same with one more header line; of a repeated name all are sent, in this order. */
  public Response withHeader(String header, String value) {
    List<Field> all = new ArrayList<>(headers);
    all.add(new Field(header, value));
    return new Response(status, all, body, sending, name);
  }

  /**
   * The same after a delay before the first byte; none by default.
   *
   * @param time from 0 to 10 minutes, counted in milliseconds
   */
  public Response withDelay(Duration time) {
    return sent(new Sending(time, sending.pace(), sending.fault()));
  }

  /**
   * The same with its body sent slowly; as fast as it goes by default.
   *
   * @param bytesPerSecond at least 1
   */
  public Response withPace(long bytesPerSecond) {
    return sent(new Sending(sending.delay(), new Pace.Rate(bytesPerSecond), sending.fault()));
  }

  /**
   * The same with its body sent in pieces of about the same size, the first at once.
   *
   * @param chunks 2 to 10,000
   * @param over when the last piece leaves after the first; at most 10 minutes, counted in
   *     milliseconds
   */
  public Response withChunks(int chunks, Duration over) {
    return sent(new Sending(sending.delay(), new Pace.Chunks(chunks, over), sending.fault()));
  }

  /**
   * The same, going wrong after its delay. {@link Fault#CUT} needs a body; beside one that sends
   * nothing of a response, status, headers and body are a mistake.
   */
  public Response withFault(Fault fault) {
    return sent(new Sending(sending.delay(), sending.pace(), fault));
  }

  private Response sent(Sending other) {
    return new Response(status, headers, body, other, name);
  }

  /** The same with a name for the journal and for verification. */
  public Response named(String responseName) {
    return new Response(status, headers, body, sending, responseName);
  }

  int status() {
    return status;
  }

  List<Field> headers() {
    return headers;
  }

  Content body() {
    return body;
  }

  Sending sending() {
    return sending;
  }

  @Nullable String name() {
    return name;
  }

  /** As a mapping of response keys of the mock file language. */
  Map<String, @Nullable Object> keys() {
    Map<String, @Nullable Object> keys = new LinkedHashMap<>();
    if (name != null) {
      keys.put("name", name);
    }
    Fault fault = sending.fault();
    if (fault == null || status != 200) {
      keys.put("status", status);
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (Field field : headers) {
      fields.computeIfAbsent(field.name(), any -> new ArrayList<>(1)).add(field.value());
    }
    if (!fields.isEmpty()) {
      keys.put("headers", fields);
    }
    if (!sending.delay().isZero()) {
      keys.put("delay", sending.delay().toMillis() + "ms");
    }
    if (sending.pace() instanceof Pace.Rate rate) {
      keys.put("pace", rate.bytesPerSecond() + "B/s");
    } else if (sending.pace() instanceof Pace.Chunks pace) {
      keys.put("pace", Map.of("chunks", pace.chunks(), "over", pace.over().toMillis() + "ms"));
    }
    if (fault != null) {
      keys.put("fault", fault.word());
    }
    if (!body.kind().isEmpty()) {
      keys.put(body.kind(), body.content());
    }
    return keys;
  }

  @Override
  public String toString() {
    return Json.write(keys());
  }
}
