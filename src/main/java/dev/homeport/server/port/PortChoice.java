package dev.homeport.server.port;

import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.util.OptionalInt;

/**
 * Which port to listen on: {@code auto}, any, or a given one. A port is free only if every address
 * to listen on has it free. Immutable.
 *
 * @param asked empty for {@code auto}: 49342 if it is free, else the next free one of the dynamic
 *     range (RFC 6335, 6); 0 for whatever the operating system gives; else this one
 */
public record PortChoice(OptionalInt asked) {

  /** The one that {@code auto} tries first. */
  public static final int USUAL = 49_342;

  private static final int DYNAMIC_FIRST = 49_152;
  private static final int DYNAMIC_LAST = 65_535;

  /** How often the operating system is asked again, when its choice is taken on another address. */
  private static final int TRIES = 20;

  public PortChoice {
    if (asked.isPresent() && (asked.getAsInt() < 0 || asked.getAsInt() > DYNAMIC_LAST)) {
      throw new IllegalArgumentException(
          "port " + asked.getAsInt() + " is none (write auto, or a number from 0 to 65535)");
    }
  }

  /** Whatever the operating system gives. */
  public static PortChoice any() {
    return new PortChoice(OptionalInt.of(0));
  }

  /**
   * Opens a port on all addresses.
   *
   * @param <T> what listens then
   */
  @FunctionalInterface
  public interface Opening<T> {

    /**
     * Opens one port on all addresses.
     *
     * @param port 0 for the operating system's choice
     * @throws BindException when the port is taken on one of the addresses; nothing stays open then
     */
    T open(int port) throws IOException;
  }

  /**
   * Opens the port.
   *
   * @throws BindException when the given port is taken, or no port is free
   * @throws IOException when one may not listen there
   */
  public <T> T open(Opening<T> opening) throws IOException {
    if (asked.isEmpty()) {
      return openAuto(opening);
    }
    return asked.getAsInt() == 0 ? openAny(opening) : opening.open(asked.getAsInt());
  }

  /** A port may also be set aside: Windows then says that it is forbidden, not that it is taken. */
  private static <T> T openAuto(Opening<T> opening) throws IOException {
    int port = USUAL;
    while (true) {
      try {
        return opening.open(port);
      } catch (SocketException e) {
        port = port == DYNAMIC_LAST ? DYNAMIC_FIRST : port + 1;
        if (port == USUAL) {
          throw e;
        }
      }
    }
  }

  private static <T> T openAny(Opening<T> opening) throws IOException {
    BindException last = null;
    for (int i = 0; i < TRIES; i++) {
      try {
        return opening.open(0);
      } catch (BindException e) {
        // The choice for the first address was taken on the second.
        last = e;
      }
    }
    throw last == null ? new BindException("no port was asked for") : last;
  }
}
