package dev.homeport;

import dev.homeport.engine.journal.Ending;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A request of the journal: as it came, and how it was answered. */
public final class AnsweredRequest extends ReceivedRequest {

  private final Entry entry;

  AnsweredRequest(Entry entry, Map<String, String> path) {
    super(entry.request(), path);
    this.entry = entry;
  }

  /** 1 for the first request of a journal, then ascending. */
  public long id() {
    return entry.id();
  }

  /** When it had come. */
  public Instant received() {
    return entry.received();
  }

  /** Until the end of its response; empty while that is under way. */
  public Optional<Duration> duration() {
    return entry.duration();
  }

  /** Whether the client left, or the connection broke, before it had all of the response. */
  public boolean isAborted() {
    return entry.ending() == Ending.ABORTED;
  }

  /** The word of the fault that the mock put into the response: {@code reset}. */
  public Optional<String> fault() {
    return entry.fault();
  }

  /** The status that it was answered with; 0 when a fault sent none. */
  public int status() {
    return entry.status();
  }

  /**
   * The close code that the WebSocket which it opened has ended with (RFC 6455, 7.4): 1005 when the
   * close frame had none, 1006 when there was no frame; empty while it is open, and for others.
   */
  public OptionalInt closeCode() {
    return entry
        .closing()
        .map(closing -> OptionalInt.of(closing.code()))
        .orElse(OptionalInt.empty());
  }

  /** The response's body as UTF-8; of a file nothing is kept, and of a large one its beginning. */
  public String responseText() {
    return new String(entry.responseBody(), StandardCharsets.UTF_8);
  }

  /** The first value of a header that the mock gave the response. */
  public Optional<String> responseHeader(String name) {
    return Optional.ofNullable(entry.responseHeaders().first(name));
  }

  /** The route that answered: {@code GET /users/{id}}; empty when none did. */
  public Optional<String> route() {
    return byRoute().map(by -> by.route().key());
  }

  /** Where what answered is written: {@code mocks/users.yaml:3:1}; empty when no route did. */
  public Optional<String> answeredAt() {
    return byRoute().map(by -> by.answeredBy().at().toString());
  }

  /** The tags of what answered. */
  public Set<String> tags() {
    return byRoute().map(Outcome.ByRoute::tags).orElse(Set.of());
  }

  /** Why no route answered, in one line; empty when one did. */
  public Optional<String> whyUnmatched() {
    return entry.outcome() instanceof Outcome.Unmatched unmatched
        ? Optional.of(unmatched.why().line())
        : Optional.empty();
  }

  private Optional<Outcome.ByRoute> byRoute() {
    return entry.outcome() instanceof Outcome.ByRoute by ? Optional.of(by) : Optional.empty();
  }
}
