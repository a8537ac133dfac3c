package dev.homeport.server.port;

/**
 * A port in use. Immutable.
 *
 * @param socket that occupies it
 * @param holder of the socket; of no meaning when {@link TcpSocket.State#ENDED}
 */
public record HeldPort(TcpSocket socket, Holder holder) {

  /** {@code 127.0.0.1:8080 is held by python3 -m http.server (pid 4711, …)}. */
  String words() {
    return socket.shown() + " is held by " + holderWords();
  }

  /** {@code python3 -m http.server (pid 4711, since 2026-01-31 10:42:13)}. */
  public String holderWords() {
    return switch (socket.state()) {
      case LISTENING -> holder.words();
      case CONNECTED -> "a connection of " + holder.words();
      case ENDED -> "the system, for a connection that has just ended";
    };
  }
}
