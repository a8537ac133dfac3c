package dev.homeport.engine.template;

/**
 * What variables of paths, {@code vars} and collections may be called. Asked for each of thousands
 * of routes, so not with a regular expression: those share code with the one by which Undertow
 * checks the host of each request, and it would be compiled for ours.
 */
public final class VariableName {

  private VariableName() {}

  /** A letter or an underscore, then these, digits and hyphens; of ASCII. */
  public static boolean isOne(String text) {
    if (text.isEmpty() || !isStart(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isStart(c) && !(c >= '0' && c <= '9') && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }
}
