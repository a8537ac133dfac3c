package dev.homeport.engine.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.homeport.engine.http.Headers.Field;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The opening handshake of a WebSocket (RFC 6455, 4). Has no state; safe to share. */
public final class Handshake {

  /** What stands for a method in the key of a route for WebSockets, and for that of a message. */
  public static final String METHOD = "WS";

  /** What an answer needs that wants a handshake (RFC 9110, 15.5.22; RFC 6455, 4.4). */
  public static final List<Field> WANTED =
      List.of(
          new Field("Upgrade", "websocket"),
          new Field("Connection", "Upgrade"),
          new Field("Sec-WebSocket-Version", "13"));

  private static final String VERSION = "13";
  private static final int KEY_BYTES = 16;
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final String KEY = "Sec-WebSocket-Key";
  private static final String PROTOCOL = "Sec-WebSocket-Protocol";
  private static final String ANY_KEY = "AAAAAAAAAAAAAAAAAAAAAA==";

  private Handshake() {}

  /**
   * Why a handshake fails.
   *
   * @param status 400, or 426 for another version
   * @param detail what is wrong, a sentence
   */
  public record Fault(int status, String detail) {}

  /** Whether a request wants to become a WebSocket, rightly or not. */
  public static boolean isAsked(Request request) {
    return request.method().equals("GET") && names(request.headers(), "Upgrade", "websocket");
  }

  /** The method of a request as people write it in a key: {@code WS} for a handshake. */
  public static String methodOf(Request request) {
    return isAsked(request) ? METHOD : request.method();
  }

  /** What is wrong with a handshake (RFC 6455, 4.2.1); null for nothing. */
  public static @Nullable Fault fault(Headers request) {
    if (!names(request, "Connection", "upgrade")) {
      return new Fault(
          400,
          "The handshake has Upgrade: websocket without Connection: Upgrade; a proxy may drop it.");
    }
    String version = request.first("Sec-WebSocket-Version");
    if (version == null || !version.strip().equals(VERSION)) {
      return new Fault(
          426,
          version == null
              ? "The handshake has no Sec-WebSocket-Version; 13 is the only one."
              : "The handshake's Sec-WebSocket-Version is not known; 13 is the only one.");
    }
    List<String> keys = request.all(KEY);
    if (keys.size() != 1 || !isKey(keys.get(0).strip())) {
      return new Fault(400, "The handshake's Sec-WebSocket-Key is not the base64 of 16 bytes.");
    }
    return null;
  }

  private static boolean isKey(String text) {
    try {
      return Base64.getDecoder().decode(text).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * What the answer to a handshake without a fault says (RFC 6455, 4.2.2). Of the subprotocols that
   * the client offers, in the order of its preference, it gets the first that is spoken here; none
   * is named when none is.
   *
   * @param spoken here, in any order
   */
  public static List<Field> answer(Headers request, List<String> spoken) {
    String key = request.first(KEY);
    List<Field> fields = new ArrayList<>(3);
    fields.add(new Field("Upgrade", "websocket"));
    fields.add(new Field("Sec-WebSocket-Accept", accept(key == null ? "" : key.strip())));
    for (String offered : tokens(request.all(PROTOCOL))) {
      if (spoken.contains(offered)) {
        fields.add(new Field(PROTOCOL, offered));
        return fields;
      }
    }
    return fields;
  }

  private static String accept(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  /** A request of the method {@link #METHOD}, as a client would spell it; any other as it is. */
  public static Request spelledOut(Request request) {
    if (!request.method().equals(METHOD)) {
      return request;
    }
    List<Field> fields = new ArrayList<>(request.headers().fields());
    fields.addAll(WANTED);
    fields.add(new Field(KEY, ANY_KEY));
    return new Request(
        "GET",
        request.target(),
        Headers.of(fields),
        request.body(),
        request.scheme(),
        request.client());
  }

  private static boolean names(Headers headers, String field, String token) {
    if (headers.first(field) == null) {
      return false;
    }
    return tokens(headers.all(field)).stream().anyMatch(token::equalsIgnoreCase);
  }

  private static List<String> tokens(List<String> values) {
    List<String> tokens = new ArrayList<>();
    for (String value : values) {
      for (String token : value.split(",", -1)) {
        tokens.add(token.strip());
      }
    }
    return tokens;
  }
}
