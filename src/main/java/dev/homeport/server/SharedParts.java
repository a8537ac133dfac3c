package dev.homeport.server;

import dev.homeport.definition.load.TextReader;
import dev.homeport.engine.answer.ForwardObserver;
import dev.homeport.server.outbound.OutboundClient;
import io.undertow.connector.ByteBufferPool;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioWorker;

/** What all ports of a server share. */
record SharedParts(
    XnioWorker worker,
    ByteBufferPool buffers,
    BodyMemory memory,
    ListenAddress address,
    ServerOptions options,
    TextReader texts,
    boolean ignoreTrailingSlash,
    RequestLog log,
    ScheduledExecutorService control,
    Outbound outbound) {

  /** For a service: what is its own, on the same threads and address. */
  SharedParts with(
      ServerOptions others, TextReader reader, boolean ignoresTrailingSlash, RequestLog hearer) {
    return new SharedParts(
        worker,
        buffers,
        memory,
        address,
        others,
        reader,
        ignoresTrailingSlash,
        hearer,
        control,
        outbound);
  }

  /**
   * What the forwards of all ports share.
   *
   * @param name of this server, like no other
   * @param observer or null
   */
  record Outbound(OutboundClient client, String name, @Nullable ForwardObserver observer) {}
}
