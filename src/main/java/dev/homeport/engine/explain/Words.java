package dev.homeport.engine.explain;

import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.VisibleText;
import dev.homeport.engine.http.Handshake;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.route.Route;
import java.util.Map;

/** Names of things as every report spells them: on one line, fit to be shown, not too long. */
public final class Words {

  private static final int LONGEST_PATH = 200;
  private static final int LONGEST_PLACE = 300;

  private Words() {}

  /** {@code GET /users/7}, without the query. */
  public static String request(Request request) {
    return method(request) + " " + shortened(request.rawPath());
  }

  /** {@code WS} for the handshake of a WebSocket. */
  public static String method(Request request) {
    return shortened(Handshake.methodOf(request));
  }

  /** Any text of a request. */
  public static String shortened(String text) {
    return VisibleText.of(text, LONGEST_PATH);
  }

  /** {@code GET|HEAD /users/{id}}. */
  static String route(Route route) {
    return shortened(route.key());
  }

  static String place(Location at) {
    return VisibleText.of(at.toString(), LONGEST_PLACE);
  }

  /** {@code GET /users (mocks/users.yaml:3:1)}. */
  static String routeAt(Route route) {
    return route(route) + " (" + place(route.at()) + ")";
  }

  static void put(Map<String, Object> details, Location at) {
    details.put("file", at.file());
    details.put("line", at.line());
    details.put("column", at.column());
  }

  static void put(Map<String, Object> details, Route route) {
    details.put("route", route(route));
    details.put("methods", route.methods().stream().toList());
    details.put("path", route.pattern().toString());
    put(details, route.at());
  }
}
