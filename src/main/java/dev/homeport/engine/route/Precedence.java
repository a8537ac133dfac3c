package dev.homeport.engine.route;

import java.util.List;

/** Says why of two routes that fit the same request one is tried before the other. Stateless. */
public final class Precedence {

  private Precedence() {}

  /**
   * In words, completing "(preferred) comes before (other): …": {@code segment 2 is 'me' there,
   * '{id}' here}.
   */
  public static String why(Route preferred, Route other) {
    PathPattern first = preferred.pattern();
    PathPattern second = other.pattern();
    if (first.withoutTrailingSlash().shape().equals(second.withoutTrailingSlash().shape())) {
      if (other.crud() != null && preferred.crud() == null) {
        return "the same path, but a collection serves what no route of one's own answers";
      }
      return "the same path, but it names the method less exactly ("
          + String.join("|", other.methods())
          + " beside "
          + String.join("|", preferred.methods())
          + ")";
    }
    int shared = Math.min(first.segments().size(), second.segments().size());
    for (int i = 0; i < shared; i++) {
      if (first.segments().get(i).rank() != second.segments().get(i).rank()) {
        return "less specific in segment "
            + (i + 1)
            + ": '"
            + text(second, i)
            + "' comes after '"
            + text(first, i)
            + "'";
      }
    }
    if (first.segments().size() != second.segments().size()) {
      return "the longer of two paths";
    } else if (first.literalCharacters() != second.literalCharacters()) {
      return "fewer literal characters: "
          + second.literalCharacters()
          + ", the other has "
          + first.literalCharacters();
    } else if (first.variables().size() != second.variables().size()) {
      return "more variables: "
          + second.variables().size()
          + ", the other has "
          + first.variables().size();
    }
    return "as specific, but later in the alphabet";
  }

  private static String text(PathPattern pattern, int segment) {
    List<String> texts = pattern.segmentTexts();
    return segment < texts.size() ? texts.get(segment) : "";
  }
}
