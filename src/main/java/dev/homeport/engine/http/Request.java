package dev.homeport.engine.http;

import java.net.InetAddress;
import java.util.List;
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
  private final byte[] body;
  private final String scheme;
  private final InetAddress client;

  /**
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
    this.method = method;
    this.target = target;
    this.headers = headers;
    this.body = body;
    this.scheme = scheme;
    this.client = client;
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

  /** The raw bytes; do not change them. Length 0 when there is no body. */
  public byte[] body() {
    return body;
  }

  public InetAddress client() {
    return client;
  }

  /** The target up to the {@code ?}, undecoded. */
  public String rawPath() {
    throw new AssertionError("skeleton");
  }

  /** {@code scheme://authority} as the client sees it: the Host header, else {@code localhost}. */
  public String baseUrl() {
    throw new AssertionError("skeleton");
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
    throw new AssertionError("skeleton");
  }

  /** Query parameters, decoded by the form rule ({@code +} is a space). */
  public NamedValues query() {
    throw new AssertionError("skeleton");
  }

  /** Cookies of all Cookie fields, values verbatim (RFC 6265, 5.4). */
  public NamedValues cookies() {
    throw new AssertionError("skeleton");
  }

  /** The media type without parameters in lower case, or null without a Content-Type. */
  public @Nullable String mediaType() {
    throw new AssertionError("skeleton");
  }

  /**
   * Fields of an {@code application/x-www-form-urlencoded} body, or of a multipart one its parts
   * without a filename.
   */
  public NamedValues form() {
    throw new AssertionError("skeleton");
  }

  /**
   * Parts of a {@code multipart/form-data} body in order; empty for anything else, and on GET and
   * HEAD.
   */
  public List<Part> parts() {
    throw new AssertionError("skeleton");
  }

  /**
   * The body as text: the charset of the Content-Type when known, else UTF-8, never an exception.
   */
  public String text() {
    throw new AssertionError("skeleton");
  }

  /**
   * The body as JSON, whatever its Content-Type, or null when it is empty or not JSON. Numbers are
   * exact decimals; depth is limited to 500.
   */
  public @Nullable JsonNode json() {
    throw new AssertionError("skeleton");
  }

  /**
   * The body as XML, whatever its Content-Type, or null when it is not well-formed. Doctypes are
   * refused.
   */
  public @Nullable Document xml() {
    throw new AssertionError("skeleton");
  }

  /** The Authorization header taken apart, or null when there is none. */
  public @Nullable Authorization authorization() {
    throw new AssertionError("skeleton");
  }
}
