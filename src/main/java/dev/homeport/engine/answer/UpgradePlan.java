package dev.homeport.engine.answer;

import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;

/** The answer to a handshake that is let in: no body, the connection becomes a WebSocket. */
public record UpgradePlan() implements BodyPlan {

  @Override
  public @Nullable String contentType(Scope scope) {
    return null;
  }

  @Override
  public Body render(Scope scope) {
    return Body.empty();
  }

  @Override
  public boolean isConstant() {
    return true;
  }

  @Override
  public String kind() {
    return "WebSocket";
  }
}
