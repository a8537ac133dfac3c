package dev.homeport.engine.crud;

import dev.homeport.diagnostic.VisibleText;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.json.JsonComparison;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The JSON that a request to change something brings. */
final class BodyInput {

  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final String JSON_PATCH = "application/json-patch+json";

  private static final int SHOWN = 100;

  private BodyInput() {}

  /** The record of a POST or PUT. */
  static Map<String, @Nullable Object> object(Request request) throws RefusedException {
    checkType(request);
    return object(read(request));
  }

  /** Any value. */
  static @Nullable Object value(Request request) throws RefusedException {
    checkType(request);
    return Json.toJava(read(request));
  }

  /** The patch of a PATCH (RFC 7396). */
  static JsonNode patch(Request request) throws RefusedException {
    if (JSON_PATCH.equals(request.mediaType())) {
      throw new RefusedException(
          415,
          "Unsupported media type",
          "A JSON Patch (RFC 6902) is not understood: send a merge patch (RFC 7396), an object with"
              + " the members to change.",
          new Field("Accept-Patch", MERGE_PATCH + ", application/json"));
    }
    checkType(request);
    return read(request);
  }

  /** The patch of one record, which leaves it a record. */
  static JsonNode patchOfRecord(Request request) throws RefusedException {
    JsonNode patch = patch(request);
    checkObject(patch);
    return patch;
  }

  private static Map<String, @Nullable Object> object(JsonNode json) throws RefusedException {
    checkObject(json);
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      members.put(member.getKey(), Json.toJava(member.getValue()));
    }
    return members;
  }

  private static void checkObject(JsonNode json) throws RefusedException {
    if (!json.isObject()) {
      throw new RefusedException(
          422,
          "No record",
          "A record is a JSON object, found "
              + VisibleText.of(JsonComparison.shown(json), SHOWN)
              + ".");
    }
  }

  private static void checkType(Request request) throws RefusedException {
    String type = request.mediaType();
    if (type == null || type.equals("application/json") || type.endsWith("+json")) {
      return;
    }
    throw new RefusedException(
        415,
        "Unsupported media type",
        "The body must be JSON, and Content-Type say application/json, found "
            + Resource.shown(type)
            + " (with curl: --json).",
        new Field("Accept", "application/json"));
  }

  private static JsonNode read(Request request) throws RefusedException {
    JsonNode json = request.json();
    if (json == null) {
      throw new RefusedException(
          400,
          "Malformed JSON",
          request.body().length == 0
              ? "The body is empty; it must be JSON."
              : "The body is no JSON: " + Json.mistake(request.body()) + ".");
    }
    return json;
  }
}
