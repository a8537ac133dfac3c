package dev.homeport.definition.record;

import dev.homeport.engine.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A method and a shape of path, and what was asked there. Not safe for several threads.
 *
 * @param method of the requests
 * @param path of the first request; its variables name those of all
 * @param calls by what the requests said, in the order in which they first came
 */
record RecordedRoute(String method, PathShape path, Map<Map<Trait, Object>, RecordedCall> calls) {

  /** A route that nobody has asked yet. */
  static RecordedRoute of(String method, PathShape path) {
    return new RecordedRoute(method, path, new LinkedHashMap<>());
  }

  /** By which it is told apart: two routes of a folder must differ in it. */
  String key() {
    return method + " " + path.shape();
  }

  /** Adds what was answered; gives the equal answer that is held already, or this one. */
  RecordedAnswer add(Request request, PathShape asked, RecordedAnswer answer, Secrets secrets) {
    Map<Trait, Object> traits = CallTraits.of(request, asked, path.names(), secrets);
    return calls.computeIfAbsent(traits, RecordedCall::new).add(answer);
  }

  /** The calls in the order in which they first came. */
  List<RecordedCall> all() {
    return new ArrayList<>(calls.values());
  }

  /** Every answer that was given. */
  List<RecordedAnswer> answers() {
    return calls.values().stream()
        .flatMap(call -> call.runs().stream())
        .map(RecordedCall.Run::answer)
        .toList();
  }
}
