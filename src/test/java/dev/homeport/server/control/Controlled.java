package dev.homeport.server.control;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.definition.load.TextReader;
import dev.homeport.engine.EngineOptions;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.journal.BoundedJournal;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.journal.JournalLimits;
import dev.homeport.engine.route.RouteIndex;
import dev.homeport.engine.verify.Verifier;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A port without a socket. */
final class Controlled {

  private Controlled() {}

  static ControlledPort port(JournalLimits limits, String mocks) {
    TextReader texts = TextReader.withoutFiles(Map.of());
    MockEngine engine =
        new MockEngine(
            RouteIndex.compile(List.of(), false),
            new EngineOptions(Clock.systemUTC(), OptionalLong.empty(), null, true));
    try {
      engine.load(texts.routes("mocks.yaml", mocks));
    } catch (InvalidTextException e) {
      throw new AssertionError(e);
    }
    Journal journal = new BoundedJournal(limits, System::nanoTime);
    Verifier verifier = new Verifier(journal, System::nanoTime, false);
    Journal sent = new BoundedJournal(limits.quarter(), System::nanoTime);
    return new ControlledPort(
        engine,
        journal,
        verifier,
        sent,
        new Verifier(sent, System::nanoTime, false),
        texts,
        false,
        engine::reset,
        NO_OTHERS);
  }

  private static final Ports NO_OTHERS =
      new Ports() {
        @Override
        public List<OpenPort> all() {
          return List.of();
        }

        @Override
        public OpenPort fork() {
          throw new IllegalStateException("10000 forks are open");
        }

        @Override
        public Optional<Runnable> closing(int port) {
          return Optional.empty();
        }

        @Override
        public boolean isSelf(int port) {
          return false;
        }
      };
}
