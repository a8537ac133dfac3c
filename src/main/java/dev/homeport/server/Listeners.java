package dev.homeport.server;

import dev.homeport.server.wire.HeadRefusals;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.channels.AcceptingChannel;

/** The sockets of one port, one for each address. Opened and closed by one thread. */
final class Listeners {

  /** How long an idle connection, or an unfinished request head, is kept. */
  private static final int IDLE_MILLIS = 60_000;

  /**
   * Answers to pipelined requests are not held back for each other: the next one may be unreadable,
   * and end the connection with them.
   */
  private static final OptionMap HTTP =
      OptionMap.builder()
          .set(UndertowOptions.BUFFER_PIPELINED_DATA, false)
          .set(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
          // Decoding, dates and limits of bodies are ours.
          .set(UndertowOptions.DECODE_URL, false)
          .set(UndertowOptions.ALWAYS_SET_DATE, false)
          .set(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
          .set(UndertowOptions.MAX_ENTITY_SIZE, -1L)
          .set(UndertowOptions.MAX_PARAMETERS, 100_000)
          .set(UndertowOptions.MAX_HEADER_SIZE, 1 << 20)
          .set(UndertowOptions.MAX_HEADERS, 200)
          .set(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
          .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, IDLE_MILLIS)
          .getMap();

  private static final OptionMap SOCKETS =
      OptionMap.builder()
          .set(Options.TCP_NODELAY, true)
          .set(Options.REUSE_ADDRESSES, true)
          .set(Options.BACKLOG, 1000)
          .getMap();

  private final HttpOpenListener http;
  private final List<AcceptingChannel<StreamConnection>> channels;

  private Listeners(HttpOpenListener http, List<AcceptingChannel<StreamConnection>> channels) {
    this.http = http;
    this.channels = channels;
  }

  /**
   * Opens the same port on every address; nothing is accepted yet.
   *
   * @param port 0 for the operating system's choice
   * @throws BindException when it is taken on one of them; none stays open then
   */
  static Listeners open(SharedParts shared, int port) throws IOException {
    List<InetAddress> addresses = shared.address().addresses();
    HttpOpenListener http = new HttpOpenListener(shared.buffers(), HTTP);
    ChannelListener<StreamConnection> explaining =
        new HeadRefusals(http, shared.buffers(), Clock.systemUTC(), shared.log()::unreadable);
    List<AcceptingChannel<StreamConnection>> channels = new ArrayList<>(addresses.size());
    int chosen = port;
    try {
      for (InetAddress address : addresses) {
        AcceptingChannel<StreamConnection> channel =
            shared
                .worker()
                .createStreamConnectionServer(
                    new InetSocketAddress(address, chosen),
                    server -> accept(server, explaining),
                    SOCKETS);
        channels.add(channel);
        chosen = channel.getLocalAddress(InetSocketAddress.class).getPort();
      }
    } catch (IOException e) {
      channels.forEach(IoUtils::safeClose);
      throw e;
    }
    return new Listeners(http, channels);
  }

  /** What XNIO has for this logs a stack trace each time that a port is closed. */
  private static void accept(
      AcceptingChannel<StreamConnection> server, ChannelListener<StreamConnection> opened) {
    try {
      StreamConnection connection = server.accept();
      if (connection != null) {
        opened.handleEvent(connection);
      }
    } catch (IOException e) {
      // The port is being closed, or the machine has no file descriptor left: the client sees it.
      return;
    }
  }

  int port() {
    return channels.get(0).getLocalAddress(InetSocketAddress.class).getPort();
  }

  void accept(HttpHandler handler) {
    http.setRootHandler(handler);
    channels.forEach(AcceptingChannel::resumeAccepts);
  }

  void stopAccepting() {
    channels.forEach(IoUtils::safeClose);
  }

  void closeConnections() {
    http.closeConnections();
  }
}
