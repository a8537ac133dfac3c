package dev.homeport.server.control;

import static dev.homeport.server.control.Operation.at;

import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.state.State;
import dev.homeport.engine.state.StateLimitException;
import dev.homeport.engine.state.StateStore;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The state of the port as one JSON object: what GET gives, PUT takes. */
final class StateOperations {

  private final StateStore store;

  StateOperations(ControlledPort port) {
    this.store = port.engine().state();
  }

  Stream<Operation> all() {
    return Stream.of(
        Operation.get("/state", call -> Answers.json(200, store.now().values())),
        Operation.put("/state", at(this::replace)),
        Operation.delete("/state", at(this::empty)));
  }

  private Reply replace(Call call) throws Refusal {
    Object value = plain(call.text("state"));
    if (!(value instanceof Map<?, ?> values)) {
      throw Refusal.badRequest(
          "The body must be a JSON object of names to values, such as {\"cart\": \"full\"}; it"
              + " replaces the whole state.");
    }
    State state = state(values);
    store.change(before -> state);
    return Answers.nothing();
  }

  /** Null when it is no JSON. */
  private static @Nullable Object plain(String text) {
    JsonNode json = Json.parse(text);
    return json == null ? null : Json.toJava(json);
  }

  private static State state(Map<?, ?> values) throws Refusal {
    try {
      State state = State.empty();
      for (Map.Entry<?, ?> each : values.entrySet()) {
        state = state.with(String.valueOf(each.getKey()), each.getValue());
      }
      return state;
    } catch (StateLimitException e) {
      throw Refusal.of(413, "Too much state", e.getMessage() + ".");
    }
  }

  private Reply empty(Call call) throws Refusal {
    call.checkNoBody();
    store.change(before -> State.empty());
    return Answers.nothing();
  }
}
