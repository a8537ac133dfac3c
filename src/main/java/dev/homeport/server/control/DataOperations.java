package dev.homeport.server.control;

import static dev.homeport.server.control.Operation.at;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.engine.CollectionPlan;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.data.Data;
import dev.homeport.engine.data.DataCollection;
import dev.homeport.engine.data.DataLimitException;
import dev.homeport.engine.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The data of the port: which collections there are, and what each holds. */
final class DataOperations {

  private final MockEngine engine;

  DataOperations(ControlledPort port) {
    this.engine = port.engine();
  }

  Stream<Operation> all() {
    return Stream.of(
        Operation.get("/data", call -> list()),
        Operation.get("/data/{collection}", this::read),
        Operation.put("/data/{collection}", at(this::replace)));
  }

  private Reply list() {
    Data data = engine.state().moment().data();
    List<Map<String, Object>> collections = new ArrayList<>();
    for (CollectionPlan plan : engine.collections()) {
      DataCollection collection = data.find(plan.name());
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("name", plan.name());
      json.put("kind", plan.isList() ? "list" : "value");
      json.put("id", plan.idField());
      json.put("records", collection == null ? 0 : collection.count());
      json.put("at", plan.at().toString());
      collections.add(json);
    }
    return Answers.json(200, Map.of("collections", collections));
  }

  private Reply read(Call call) throws Refusal {
    DataCollection collection = engine.state().moment().data().find(call.variable());
    if (collection == null) {
      throw unknown(call.variable());
    }
    String json = Json.write(collection.plain());
    return Answers.reply(200, "application/json", json.getBytes(UTF_8));
  }

  private Reply replace(Call call) throws Refusal {
    if (engine.state().moment().data().find(call.variable()) == null) {
      throw unknown(call.variable());
    }
    JsonNode json = Json.parse(call.text("data"));
    if (json == null) {
      throw Refusal.badRequest(
          "The body must be JSON: the records of the collection as a list, which replaces them.");
    }
    try {
      engine.setData(call.variable(), Json.toJava(json));
    } catch (DataLimitException e) {
      throw Refusal.of(413, "Too much data", e.getMessage() + ".");
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("These are no such data: " + e.getMessage() + ".");
    }
    return Answers.nothing();
  }

  private Refusal unknown(String name) {
    List<String> known = engine.collections().stream().map(CollectionPlan::name).toList();
    String near = Suggestion.nearest(name, known);
    return Refusal.notFound(
        "There is no collection "
            + Call.quoted(name)
            + (near == null ? "" : " (did you mean '" + near + "'?)")
            + "; GET /__homeport/data lists them.");
  }
}
