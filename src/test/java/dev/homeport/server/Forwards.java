package dev.homeport.server;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.definition.load.TextReader;
import dev.homeport.engine.answer.ForwardObserver;
import dev.homeport.engine.journal.JournalLimits;
import dev.homeport.server.guard.Cors;
import dev.homeport.server.outbound.AllowedTargets;
import dev.homeport.server.outbound.OutboundLimits;
import dev.homeport.server.port.PortChoice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Starts servers that may call others. */
record Forwards(
    List<String> allowed, OutboundLimits limits, Cors cors, @Nullable ForwardObserver observer) {

  /** Those on this machine. */
  static Forwards toThisMachine() {
    return new Forwards(
        List.of("127.0.0.1", "localhost"), OutboundLimits.DEFAULT, Cors.local(), null);
  }

  Forwards allowing(String... targets) {
    return new Forwards(List.of(targets), limits, cors, observer);
  }

  Forwards within(Duration connect, Duration answer) {
    OutboundLimits others =
        new OutboundLimits(connect, answer, limits.idle(), limits.idleConnections());
    return new Forwards(allowed, others, cors, observer);
  }

  Forwards with(Cors other) {
    return new Forwards(allowed, limits, other, observer);
  }

  Forwards toldTo(ForwardObserver other) {
    return new Forwards(allowed, limits, cors, other);
  }

  /** Serves the routes of a mock file. */
  HttpServer start(String yaml) {
    ServerOptions options =
        new ServerOptions(
            "",
            new PortChoice(OptionalInt.of(0)),
            List.of(),
            cors,
            1 << 26,
            Duration.ofSeconds(60),
            JournalLimits.DEFAULT,
            Optional.empty(),
            new OutboundOptions(AllowedTargets.of(allowed), limits, observer));
    HttpServer server = new Mocks().start(options);
    TextReader texts = TextReader.withoutFiles(Map.of());
    try {
      server.main().engine().load(texts.routes("mocks.yaml", yaml));
    } catch (InvalidTextException e) {
      throw new AssertionError(e.getMessage(), e);
    }
    return server;
  }
}
