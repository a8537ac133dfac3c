package dev.homeport.server.control;

import java.util.List;
import java.util.Optional;

/** An open port and its forks, as one of them sees them. Safe for any number of threads. */
public interface Ports {

  /**
   * An open port.
   *
   * @param isFork whether it was opened by {@link #fork}, so that it can be closed
   */
  record OpenPort(int port, String url, boolean isFork) {}

  /** All of them, in ascending order. */
  List<OpenPort> all();

  /**
   * Opens another one with the routes of this one.
   *
   * @throws IllegalStateException when there are too many, or none is free, or this one is closed
   */
  OpenPort fork();

  /**
   * Prepares to close a fork.
   *
   * @return what closes it, gives answers that are under way half a second and blocks as long;
   *     empty when no such fork is open
   */
  Optional<Runnable> closing(int port);

  /** Whether it is the one that asks: an answer leaves before it is closed. */
  boolean isSelf(int port);
}
