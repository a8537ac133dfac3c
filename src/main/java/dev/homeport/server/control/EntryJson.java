package dev.homeport.server.control;

import dev.homeport.engine.RunningOverride;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.journal.Ending;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.OutboundResult;
import dev.homeport.engine.journal.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Entries of the journal as JSON. Has no state; safe to share. */
final class EntryJson {

  private EntryJson() {}

  /** One line of a list. */
  static Map<String, Object> summary(Entry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", entry.id());
    json.put("received", entry.received().toString());
    json.put("method", entry.method());
    json.put("target", entry.target());
    json.put("client", entry.client().getHostAddress());
    json.put("requestBytes", entry.bodyLength());
    json.put("status", entry.status());
    json.put("responseBytes", entry.responseLength());
    json.put("stream", entry.isStream());
    json.put("matched", !(entry.outcome() instanceof Outcome.Unmatched));
    outcome(entry.outcome(), json);
    entry.fault().ifPresent(fault -> json.put("fault", fault));
    json.put("ending", ending(entry.ending()));
    entry.failure().ifPresent(why -> json.put("failure", why));
    entry.forwarded().ifPresent(result -> json.put("forwarded", outbound(result)));
    if (!entry.callbacks().isEmpty()) {
      json.put("callbacks", entry.callbacks().stream().map(EntryJson::outbound).toList());
    }
    json.put("millis", entry.duration().map(time -> time.toNanos() / 1e6).orElse(null));
    return json;
  }

  private static void outcome(Outcome outcome, Map<String, Object> json) {
    if (outcome instanceof Outcome.ByRoute by) {
      Map<String, Object> route = new LinkedHashMap<>();
      route.put("id", RouteIds.of(by.route()));
      route.put("key", by.route().key());
      route.put("name", by.name() == null ? by.route().name() : by.name());
      route.put("tags", by.tags().stream().sorted().toList());
      route.put("at", by.answeredBy().at().toString());
      route.put("overridden", RunningOverride.isCase(by.answeredBy()));
      json.put("route", route);
    } else if (outcome instanceof Outcome.Unmatched unmatched) {
      json.put("why", unmatched.why().line());
    }
  }

  private static Map<String, Object> outbound(OutboundResult result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("method", result.method());
    json.put("url", result.url());
    json.put("status", result.status());
    json.put("failure", result.failure());
    json.put("millis", result.duration().toNanos() / 1e6);
    return json;
  }

  private static String ending(Ending ending) {
    return ending.name().toLowerCase(Locale.ROOT);
  }

  /** All of it. */
  static Map<String, Object> details(Entry entry) {
    Map<String, Object> json = summary(entry);
    if (entry.outcome() instanceof Outcome.Unmatched unmatched) {
      json.put("report", unmatched.why().details());
      json.put("text", unmatched.why().text());
    }
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("protocol", entry.protocol());
    request.put("url", entry.request().url());
    request.put("headers", headers(entry.headers()));
    request.put("body", BodyContent.of(entry.headers(), entry.body(), entry.isBodyCut()).json());
    json.put("request", request);
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("reason", entry.reason());
    response.put("headers", headers(entry.responseHeaders()));
    response.put(
        "body",
        BodyContent.of(entry.responseHeaders(), entry.responseBody(), entry.isResponseCut())
            .json());
    json.put("response", response);
    return json;
  }

  /** In their order, repeated ones repeated. */
  static List<Map<String, String>> headers(Headers headers) {
    return headers.fields().stream()
        .map(
            field -> {
              Map<String, String> pair = new LinkedHashMap<>();
              pair.put("name", field.name());
              pair.put("value", field.value());
              return pair;
            })
        .toList();
  }
}
