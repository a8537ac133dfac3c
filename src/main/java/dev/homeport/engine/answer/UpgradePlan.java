package dev.homeport.engine.answer;

/** The answer to a handshake that is let in: no body, the connection becomes a WebSocket. */
public record UpgradePlan() implements BodyPlan.Bodiless {

  @Override
  public boolean isConstant() {
    return true;
  }

  @Override
  public String kind() {
    return "WebSocket";
  }
}
