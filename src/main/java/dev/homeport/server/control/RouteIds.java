package dev.homeport.server.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.route.Route;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names of routes that fit into a URL: made from their keys, so that they outlive a reload. */
final class RouteIds {

  private static final int BYTES = 6;

  private RouteIds() {}

  /** {@code 5f0c2a94e61b}. Routes of the same key, one loaded over the other, share it. */
  static String of(Route route) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(route.key().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** Whether a text is its id, its key or its name. */
  static boolean names(String text, Route route) {
    return text.equals(route.key()) || text.equals(route.name()) || text.equals(of(route));
  }
}
