package dev.homeport.server.port;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who holds a port, as far as we may see. Values. */
public sealed interface Holder {

  /** In words: {@code python3 -m http.server (pid 4711, since 2026-01-31 10:42:13)}. */
  String words();

  /**
   * A process that we may see.
   *
   * @param pid its number
   * @param command what it was started with, fit to be shown; empty when that is hidden
   * @param started when, or null when that is hidden
   * @param kind whether it is one of ours
   */
  record Running(long pid, String command, @Nullable Instant started, Kind kind) implements Holder {

    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** Which process it is. */
    public enum Kind {
      /** The one that asks. */
      SELF,
      /** Another Homeport, as its command line tells. */
      HOMEPORT,
      OTHER
    }

    /** When it was started; empty when that is hidden. */
    public Optional<Instant> startedAt() {
      return Optional.ofNullable(started);
    }

    @Override
    public String words() {
      if (kind == Kind.SELF) {
        return "this process itself (pid " + pid + ")";
      }
      String since =
          startedAt()
              .map(at -> ", since " + TIME.format(at.atZone(ZoneId.systemDefault())))
              .orElse("");
      String details = "pid " + pid + since;
      String who = kind == Kind.HOMEPORT ? "another Homeport, " + command : command;
      return command.isEmpty() ? "a process with " + details : who + " (" + details + ")";
    }
  }

  /** A process of another user, which only that user and root may see. */
  record OfUser(int uid) implements Holder {

    @Override
    public String words() {
      return "a process of another user (uid " + Integer.toUnsignedString(uid) + ")";
    }
  }

  /** The system does not say: another container, or a process that has ended just now. */
  record Unseen() implements Holder {

    @Override
    public String words() {
      return "a process that cannot be seen from here";
    }
  }
}
