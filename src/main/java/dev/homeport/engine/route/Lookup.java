package dev.homeport.engine.route;

import java.util.List;

/** What the index knows of a method and a path. Immutable. */
public sealed interface Lookup {

  /** Whether answering may look at a file and so must not happen on an I/O thread. */
  default boolean mayBlock() {
    return false;
  }

  /** Routes fit. */
  record Found(List<Candidate> candidates) implements Lookup {

    /** At least one, the most specific first. */
    public Found {
      candidates = List.copyOf(candidates);
    }

    @Override
    public boolean mayBlock() {
      for (int i = 0; i < candidates.size(); i++) {
        if (candidates.get(i).route().mayBlock()) {
          return true;
        }
      }
      return false;
    }

    /** Whether one is a collection's, which takes JSON. */
    public boolean readsJson() {
      for (Candidate candidate : candidates) {
        if (candidate.route().crud() != null) {
          return true;
        }
      }
      return false;
    }

    /** Whether answering may change the state. */
    public boolean changesState() {
      for (int i = 0; i < candidates.size(); i++) {
        if (candidates.get(i).route().changesState()) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Routes have this path, none this method.
   *
   * @param allow what {@code Allow} says: their methods, HEAD and OPTIONS
   */
  record OtherMethods(String allow) implements Lookup {}

  /** No route has this path. */
  record Nothing() implements Lookup {}

  /** The method is none that a mock may answer (RFC 9110, 15.6.2). */
  record UnknownMethod() implements Lookup {}

  /** The path has a bad escape or is not UTF-8. */
  record BadPath(String reason) implements Lookup {}
}
