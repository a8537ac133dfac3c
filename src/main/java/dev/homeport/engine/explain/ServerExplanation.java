package dev.homeport.engine.explain;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Homeport answers by itself, as it should: {@code OPTIONS} without a route of its own.
 *
 * @param request as it is shown
 * @param allow the methods that the path has
 */
public record ServerExplanation(String request, String allow) implements Explanation {

  @Override
  public boolean isAnswered() {
    return false;
  }

  @Override
  public String text() {
    return request + " is answered by Homeport itself: 204, Allow: " + allow + "\n";
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("request", request);
    details.put("status", 204);
    details.put("allow", allow);
    return details;
  }
}
