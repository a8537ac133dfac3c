package dev.homeport.server.control;

import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.explain.Explanation;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Request;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which route would answer a request that has not come, and why; or why none would. */
final class ExplainOperation {

  private static final byte[] NO_BODY = new byte[0];
  private static final Pattern METHOD = Pattern.compile("[A-Za-z-]{1,40}");
  private static final Pattern TARGET = Pattern.compile("/[!-~]*");

  private final ControlledPort port;

  ExplainOperation(ControlledPort port) {
    this.port = port;
  }

  Stream<Operation> all() {
    return Stream.of(Operation.get("/explain", this::explain, "method", "target"));
  }

  private Reply explain(Call call) throws Refusal {
    String method = call.parameter("method").orElse("GET");
    if (!METHOD.matcher(method).matches()) {
      throw Call.wrong("method", method, "a method like GET");
    }
    String target = call.parameter("target").orElse("");
    if (!TARGET.matcher(target).matches()) {
      throw Call.wrong("target", target, "a path with its query, as it is sent: /users/7?full=1");
    }
    Request request =
        new Request(
            method, target, Headers.none(), NO_BODY, "http", InetAddress.getLoopbackAddress());
    Explanation explanation = port.engine().explain(request);
    Map<String, Object> json = new LinkedHashMap<>(explanation.asMap());
    json.put("text", explanation.text());
    return Answers.json(200, json);
  }
}
