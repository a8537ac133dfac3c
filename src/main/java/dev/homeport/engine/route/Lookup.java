package dev.homeport.engine.route;

import dev.homeport.engine.http.Handshake;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the index knows of a method and a path. Immutable. */
public sealed interface Lookup {

  /** Whether answering may look at a file and so must not happen on an I/O thread. */
  default boolean mayBlock() {
    return false;
  }

  /** Whether answering may make the connection a WebSocket. */
  default boolean upgrades() {
    return false;
  }

  /**
   * Routes fit.
   *
   * @param upgrades whether they are for WebSockets, and the request is a handshake
   * @param alone the same route, where it is the only one and the only one of its path; else null
   */
  record Found(List<Candidate> candidates, boolean upgrades, @Nullable LoneRoute alone)
      implements Lookup {

    /** Routes that answer a request. */
    public Found(List<Candidate> candidates) {
      this(candidates, false, null);
    }

    /** One route, the only one of its path. */
    Found(LoneRoute alone, List<String> values) {
      this(List.of(new Candidate(alone.route(), values)), false, alone);
    }

    /** At least one, the most specific first. */
    public Found {
      candidates = List.copyOf(candidates);
    }

    @Override
    public boolean mayBlock() {
      if (alone != null && alone.fixed() != null) {
        return false; // known without a look at the route
      }
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
   * @param hasSockets whether some are for WebSockets
   */
  record OtherMethods(String allow, boolean hasSockets) implements Lookup {}

  /**
   * The path is for WebSockets alone, and the request is no handshake (RFC 9110, 15.5.22).
   *
   * @param allow as of {@link OtherMethods}
   */
  record NoUpgrade(String allow) implements Lookup {}

  /** The path is for WebSockets, and the handshake has a fault. */
  record BadHandshake(Handshake.Fault fault) implements Lookup {}

  /** No route has this path. */
  record Nothing() implements Lookup {}

  /** The method is none that a mock may answer (RFC 9110, 15.6.2). */
  record UnknownMethod() implements Lookup {}

  /** The path has a bad escape or is not UTF-8. */
  record BadPath(String reason) implements Lookup {}
}
