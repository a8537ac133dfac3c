package dev.homeport.engine.route;

/**
 * The candidates for one request, most specific first, or why there are none (no such path, no such
 * method).
 */
public interface Lookup {

  /** Whether answering may look at a file and so must not happen on an I/O thread. */
  boolean mayBlock();
}
