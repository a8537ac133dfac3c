package dev.homeport.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.json.Json;
import dev.homeport.engine.xml.Xml;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

/**
 * A request as it came, and views of it that are made when first asked for. Confined to the thread
 * that works on the request (hand-over between threads must be a safe publication); the bytes of
 * the body are never changed.
 */
public final class Request {

  private final String method;
  private final String target;
  private final Headers headers;
  private final byte[] sentBody;
  private final String scheme;
  private final InetAddress client;
  private final int mostDecoded;
  private final int queryMark;

  /** Of a message of a WebSocket; null for a request. */
  private final @Nullable MessageKind messageKind;

  /** Without the content coding; null until it is decoded. */
  private byte @Nullable [] body;

  private @Nullable NamedValues query;
  private @Nullable NamedValues cookies;
  private @Nullable NamedValues form;
  private @Nullable List<Part> parts;
  private @Nullable MediaType contentType;
  private @Nullable String text;
  private @Nullable JsonNode json;
  private @Nullable Document xml;
  private boolean jsonParsed;
  private boolean xmlParsed;

  /**
   * A request whose body has no content coding.
   *
   * @param method as sent, case kept
   * @param target origin-form, raw and undecoded: {@code /a%2Fb?x=1}
   * @param headers all fields as sent
   * @param body the whole body after transfer decoding; empty when there is none; not copied
   * @param scheme {@code http} or {@code https}
   * @param client the address of the peer
   */
  public Request(
      String method,
      String target,
      Headers headers,
      byte[] body,
      String scheme,
      InetAddress client) {
    this(method, target, headers, body, body, 0, scheme, client, null);
  }

  private Request(
      String method,
      String target,
      Headers headers,
      byte[] sentBody,
      byte @Nullable [] body,
      int mostDecoded,
      String scheme,
      InetAddress client,
      @Nullable MessageKind messageKind) {
    this.method = method;
    this.target = target;
    this.headers = headers;
    this.sentBody = sentBody;
    this.body = body;
    this.mostDecoded = mostDecoded;
    this.scheme = scheme;
    this.client = client;
    this.queryMark = target.indexOf('?');
    this.messageKind = messageKind;
  }

  public String method() {
    return method;
  }

  /** The raw target with its query. */
  public String target() {
    return target;
  }

  public Headers headers() {
    return headers;
  }

  /** The same request, its body without the content coding that it was sent with. */
  public Request decoded(byte[] content) {
    return new Request(method, target, headers, sentBody, content, 0, scheme, client, null);
  }

  /**
   * The same request, its body without the content coding that it was sent with as soon as somebody
   * asks for it; as sent when that is broken, or longer than allowed.
   */
  public Request decodedWhenAsked(int mostBytes) {
    return messageKind == null
        ? new Request(method, target, headers, sentBody, null, mostBytes, scheme, client, null)
        : this;
  }

  /**
   * A message on the WebSocket that this request opened: what it says is its body, all else is as
   * in the handshake, but for the headers that would describe a body.
   *
   * @param content not copied
   */
  public Request message(MessageKind kind, byte[] content) {
    return new Request(
        Handshake.METHOD,
        target,
        headers.without("Content-Type", "Content-Encoding"),
        content,
        content,
        0,
        scheme,
        client,
        kind);
  }

  /** What the message is made of; null for a request. */
  public @Nullable MessageKind messageKind() {
    return messageKind;
  }

  /** The bytes without a content coding; do not change them. Length 0 when there is no body. */
  public byte[] body() {
    byte[] known = body;
    if (known == null) {
      known = readBody();
      body = known;
    }
    return known;
  }

  private byte[] readBody() {
    List<String> codings = ContentCoding.of(headers);
    if (codings.isEmpty() || ContentCoding.unknown(codings) != null) {
      return sentBody;
    }
    try {
      byte[] content = ContentCoding.decode(sentBody, codings, mostDecoded);
      return content == null ? sentBody : content;
    } catch (IOException e) {
      return sentBody;
    }
  }

  /** The bytes as sent, after transfer decoding; do not change them. */
  public byte[] sentBody() {
    return sentBody;
  }

  /** {@code http} or {@code https}. */
  public String scheme() {
    return scheme;
  }

  public InetAddress client() {
    return client;
  }

  /** The target up to the {@code ?}, undecoded. */
  public String rawPath() {
    return queryMark < 0 ? target : target.substring(0, queryMark);
  }

  /** {@code scheme://authority} as the client sees it: the Host header, else {@code localhost}. */
  public String baseUrl() {
    String host = headers.first("Host");
    return scheme + "://" + (host == null || host.isEmpty() ? "localhost" : host);
  }

  /** The absolute URL as asked. */
  public String url() {
    return baseUrl() + target;
  }

  /**
   * The host's name without the port, in lower case; an IPv6 literal keeps its brackets. Empty
   * without a Host header.
   */
  public String host() {
    String host = headers.first("Host");
    if (host == null) {
      return "";
    }
    int port = host.lastIndexOf(':');
    boolean hasPort = port > host.lastIndexOf(']');
    return (hasPort ? host.substring(0, port) : host).toLowerCase(Locale.ROOT);
  }

  /** Query parameters, decoded by the form rule ({@code +} is a space). */
  public NamedValues query() {
    NamedValues known = query;
    if (known == null) {
      known = queryMark < 0 ? NamedValues.none() : FormText.parse(target.substring(queryMark + 1));
      query = known;
    }
    return known;
  }

  /** Cookies of all Cookie fields, values verbatim (RFC 6265, 5.4). */
  public NamedValues cookies() {
    NamedValues known = cookies;
    if (known == null) {
      known = CookieText.parse(headers.all("Cookie"));
      cookies = known;
    }
    return known;
  }

  /** The media type without parameters in lower case, or null without a Content-Type. */
  public @Nullable String mediaType() {
    MediaType type = contentType();
    return type == null ? null : type.essence();
  }

  private @Nullable MediaType contentType() {
    MediaType known = contentType;
    if (known == null) {
      String value = headers.first("Content-Type");
      known = value == null ? null : MediaType.parse(value);
      contentType = known;
    }
    return known;
  }

  /**
   * Fields of an {@code application/x-www-form-urlencoded} body, or of a multipart one its parts
   * without a filename.
   */
  public NamedValues form() {
    NamedValues known = form;
    if (known == null) {
      known = readForm();
      form = known;
    }
    return known;
  }

  private NamedValues readForm() {
    String type = mediaType();
    if ("application/x-www-form-urlencoded".equals(type)) {
      return FormText.parse(text());
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (Part part : parts()) {
      if (part.filename() == null) {
        fields.computeIfAbsent(part.name(), any -> new ArrayList<>(1)).add(part.text());
      }
    }
    return NamedValues.of(fields);
  }

  /**
   * Parts of a {@code multipart/form-data} body in order; empty for anything else, and on GET and
   * HEAD.
   */
  public List<Part> parts() {
    List<Part> known = parts;
    if (known == null) {
      MediaType type = contentType();
      boolean bodiless = method.equals("GET") || method.equals("HEAD");
      known =
          type != null && type.essence().equals("multipart/form-data") && !bodiless
              ? Multipart.parse(body(), type.parameter("boundary"))
              : List.of();
      parts = known;
    }
    return known;
  }

  /**
   * The body as text: the charset of the Content-Type when known, else UTF-8, never an exception. A
   * byte order mark is left out.
   */
  public String text() {
    String known = text;
    if (known == null) {
      MediaType type = contentType();
      known = type == null ? new String(body(), UTF_8) : new String(body(), type.charset());
      known = known.startsWith("\uFEFF") ? known.substring(1) : known;
      text = known;
    }
    return known;
  }

  /**
   * The body as JSON, whatever its Content-Type, or null when it is empty or not JSON. Numbers are
   * exact decimals; depth is limited to 500.
   */
  public @Nullable JsonNode json() {
    if (!jsonParsed) {
      json = Json.parse(body());
      jsonParsed = true;
    }
    return json;
  }

  /**
   * The body as XML, whatever its Content-Type, or null when it is not well-formed. Doctypes are
   * refused.
   */
  public @Nullable Document xml() {
    if (!xmlParsed) {
      xml = body().length == 0 ? null : Xml.parse(body());
      xmlParsed = true;
    }
    return xml;
  }

  /** The Authorization header taken apart, or null when there is none. */
  public @Nullable Authorization authorization() {
    String value = headers.first("Authorization");
    return value == null ? null : Authorization.parse(value);
  }
}
