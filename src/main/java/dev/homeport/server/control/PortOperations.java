package dev.homeport.server.control;

import static dev.homeport.server.control.Operation.at;

import dev.homeport.engine.answer.Reply;
import dev.homeport.server.control.Ports.OpenPort;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Ports of one's own: opened, listed, closed, and brought back to how they were opened. */
final class PortOperations {

  private final ControlledPort port;
  private final Executor threads;
  private final JournalFeeds feeds;

  PortOperations(ControlledPort port, Executor threads, JournalFeeds feeds) {
    this.port = port;
    this.threads = threads;
    this.feeds = feeds;
  }

  Stream<Operation> all() {
    return Stream.of(
        Operation.get("/health", call -> health()),
        Operation.get("/ports", call -> list()),
        Operation.post("/ports", at(this::fork)),
        Operation.delete("/ports/{port}", this::close),
        Operation.post("/reset", at(this::reset)));
  }

  private Reply health() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", "up");
    json.put("routes", port.engine().routes().size());
    json.put("requests", port.journal().view().total());
    return Answers.json(200, json);
  }

  private Reply list() {
    return Answers.json(
        200, Map.of("ports", port.ports().all().stream().map(PortOperations::json).toList()));
  }

  private static Map<String, Object> json(OpenPort open) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("port", open.port());
    json.put("url", open.url());
    json.put("fork", open.isFork());
    return json;
  }

  private Reply fork(Call call) throws Refusal {
    call.checkNoBody();
    try {
      return Answers.json(201, json(port.ports().fork()));
    } catch (IllegalStateException e) {
      throw Refusal.of(503, "No port", e.getMessage() + ".");
    }
  }

  private ControlAnswer close(Call call) throws Refusal {
    call.checkNoBody();
    String text = call.variable();
    int number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (number < 1 || number > 65_535) {
      throw Refusal.badRequest("The port " + Call.quoted(text) + " is no number from 1 to 65535.");
    }
    Optional<Runnable> closing = port.ports().closing(number);
    if (closing.isEmpty()) {
      throw refusal(number);
    }
    CompletableFuture<Void> closed = CompletableFuture.runAsync(closing.get(), threads);
    return port.ports().isSelf(number)
        ? new ControlAnswer.Now(Answers.nothing())
        : new ControlAnswer.Later(closed.handle((any, failure) -> Answers.nothing()));
  }

  private Refusal refusal(int number) {
    boolean isMain = port.ports().all().stream().anyMatch(open -> open.port() == number);
    return isMain
        ? Refusal.of(
            409,
            "No fork",
            "Port " + number + " is the server's own: it is closed when the server stops.")
        : Refusal.notFound("No fork of this server has port " + number + ".");
  }

  private Reply reset(Call call) throws Refusal {
    call.checkNoBody();
    port.reset().run();
    feeds.wake();
    return Answers.nothing();
  }
}
