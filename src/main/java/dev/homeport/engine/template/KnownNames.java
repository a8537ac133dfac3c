package dev.homeport.engine.template;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a template may name, so that a misspelt name is found when the file is loaded.
 *
 * @param insideItem whether the text stands inside a block that has an item ({@code each} as a
 *     key), where a lone name is the item's field
 * @param path the variables of the route's path, or null when they are not known (in {@code first})
 * @param vars the names of {@code vars} in sight, or null when they are not known
 * @param message whether there is a message of a WebSocket
 */
public record KnownNames(
    boolean insideItem, @Nullable Set<String> path, @Nullable Set<String> vars, boolean message) {

  public KnownNames {
    path = path == null ? null : Set.copyOf(path);
    vars = vars == null ? null : Set.copyOf(vars);
  }

  /** Of a request, which is no message. */
  public KnownNames(boolean insideItem, @Nullable Set<String> path, @Nullable Set<String> vars) {
    this(insideItem, path, vars, false);
  }

  /** Nothing is known but the words of the language. */
  public static KnownNames any() {
    return new KnownNames(false, null, null);
  }

  /** The same, in a route whose path has these variables. */
  public KnownNames ofPath(Collection<String> variables) {
    return new KnownNames(insideItem, Set.copyOf(variables), vars, message);
  }

  public KnownNames insideAnItem() {
    return new KnownNames(true, path, vars, message);
  }

  /** The same, and the message of a WebSocket. */
  public KnownNames withMessage() {
    return new KnownNames(insideItem, path, vars, true);
  }
}
