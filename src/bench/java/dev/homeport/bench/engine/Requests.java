package dev.homeport.bench.engine;

import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.Request;
import java.net.InetAddress;
import java.util.List;

/** Requests as the server makes them, from a client with a few headers. */
final class Requests {

  private static final byte[] NO_BODY = new byte[0];
  private static final InetAddress CLIENT = InetAddress.getLoopbackAddress();

  private Requests() {}

  static Request get(String target) {
    return of("GET", target, NO_BODY);
  }

  static Request post(String target, byte[] json) {
    return of("POST", target, json);
  }

  private static Request of(String method, String target, byte[] body) {
    Headers headers =
        Headers.of(
            List.of(
                new Field("Host", "127.0.0.1:49342"),
                new Field("User-Agent", "bench"),
                new Field("Accept", "application/json"),
                new Field("Content-Type", "application/json"),
                new Field("X-Tenant", "harbour")));
    return new Request(method, target, headers, body, "http", CLIENT);
  }
}
