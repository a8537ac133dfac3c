package dev.homeport.engine.answer;

import dev.homeport.engine.http.Request;
import java.util.Map;

/** Makes each response anew, in the program that the server runs in. Safe for any threads. */
@FunctionalInterface
public interface PlanSource {

  /**
   * The response to a request; may block.
   *
   * @param path the variables of the route's path, decoded
   * @throws Exception becomes a 500 that names it
   */
  ResponsePlan plan(Request request, Map<String, String> path) throws Exception;
}
