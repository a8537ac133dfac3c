package dev.homeport.server.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Replies of the control API that are no problems. */
final class Answers {

  private static final byte[] NO_BODY = new byte[0];

  private Answers() {}

  static Reply json(int status, Map<String, ?> value) {
    return reply(status, "application/json", Json.write(value).getBytes(UTF_8));
  }

  static Reply reply(int status, String mediaType, byte[] body) {
    Headers fields = Headers.of(List.of(new Field("Content-Type", mediaType)));
    return new Reply(status, null, fields, new Body.Bytes(body), Duration.ZERO);
  }

  /** 204. */
  static Reply nothing() {
    return new Reply(204, null, Headers.none(), Body.empty(), Duration.ZERO);
  }

  /** The head of a body that comes piece by piece. */
  static Reply head(String mediaType) {
    return reply(200, mediaType, NO_BODY);
  }
}
