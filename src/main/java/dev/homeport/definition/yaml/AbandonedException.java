package dev.homeport.definition.yaml;

/** Reading cannot go on, for the reason given. Never leaves the package. */
final class AbandonedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Mistake reason;

  AbandonedException(Mistake reason) {
    super(reason.message(), null, false, false);
    this.reason = reason;
  }

  Mistake reason() {
    return reason;
  }
}
