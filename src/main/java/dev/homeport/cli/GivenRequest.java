package dev.homeport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.route.Methods;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is written on the command line.
 *
 * @param target a path with its query, or a URL
 * @param headers each {@code NAME:VALUE}
 * @param data the body, {@code @} and the file that holds it, or null for none
 */
record GivenRequest(String method, String target, List<String> headers, @Nullable String data) {

  private static final String SCHEME_END = "://";

  GivenRequest {
    headers = List.copyOf(headers);
  }

  /**
   * The request, as if it had come from this machine.
   *
   * @throws UsageException when a part of it is none, saying what to write
   */
  Request read() throws UsageException {
    checkMethod();
    List<Field> fields = new ArrayList<>();
    for (String header : headers) {
      fields.add(field(header));
    }
    byte[] body = body();
    addMissing(fields, "Host", host());
    if (body.length > 0) {
      addMissing(fields, "Content-Type", typeOf(body));
    }
    String scheme = isUrl() && target.startsWith("https") ? "https" : "http";
    return new Request(
        method, path(), Headers.of(fields), body, scheme, InetAddress.getLoopbackAddress());
  }

  private void checkMethod() throws UsageException {
    String capitals = method.toUpperCase(Locale.ROOT);
    if (!Methods.isKnown(method) && Methods.isKnown(capitals)) {
      throw new UsageException(
          "the method '" + method + "' is not in capitals (write " + capitals + ")");
    }
  }

  private boolean isUrl() {
    return target.startsWith("http://") || target.startsWith("https://");
  }

  /** Where the path of a URL begins; its length when it has none. */
  private int pathOfUrl() {
    int authority = target.indexOf(SCHEME_END) + SCHEME_END.length();
    for (int i = authority; i < target.length(); i++) {
      if (target.charAt(i) == '/' || target.charAt(i) == '?') {
        return i;
      }
    }
    return target.length();
  }

  private String path() throws UsageException {
    if (isUrl()) {
      String path = target.substring(pathOfUrl());
      return path.startsWith("/") ? path : "/" + path;
    } else if (target.startsWith("/") || target.equals("*")) {
      return target;
    }
    throw new UsageException(
        "the path '" + target + "' does not begin with a slash (write /" + target + ")");
  }

  private String host() {
    return isUrl()
        ? target.substring(target.indexOf(SCHEME_END) + SCHEME_END.length(), pathOfUrl())
        : "localhost";
  }

  private static Field field(String header) throws UsageException {
    int colon = header.indexOf(':');
    if (colon <= 0) {
      throw new UsageException(
          "the header '" + header + "' is not NAME:VALUE (write -H 'Accept: application/json')");
    }
    return new Field(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
  }

  private static void addMissing(List<Field> fields, String name, String value) {
    if (fields.stream().noneMatch(field -> field.name().equalsIgnoreCase(name))) {
      fields.add(new Field(name, value));
    }
  }

  private static String typeOf(byte[] body) {
    return Json.parse(body) != null ? "application/json" : "application/x-www-form-urlencoded";
  }

  private byte[] body() throws UsageException {
    if (data == null) {
      return new byte[0];
    } else if (!data.startsWith("@")) {
      return data.getBytes(UTF_8);
    }
    String file = data.substring(1);
    try {
      return Files.readAllBytes(Path.of(file));
    } catch (IOException | InvalidPathException e) {
      throw new UsageException("the file '" + file + "' of -d cannot be read");
    }
  }
}
