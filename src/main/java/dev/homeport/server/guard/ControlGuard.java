package dev.homeport.server.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.answer.ProblemReply;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets programs reach the control API, and no web page, whatever its origin: a mock may answer with
 * HTML, whose script then runs on this very origin. What a browser sends tells it (Fetch Standard,
 * "Origin"; Fetch Metadata, "Sec-Fetch-Site"); a page cannot leave these out. Immutable, safe to
 * share.
 */
public final class ControlGuard {

  /** On every answer, so that no page can embed it or read it from a cache. */
  private static final List<Field> FIELDS =
      List.of(
          new Field("Cross-Origin-Resource-Policy", "same-origin"),
          new Field("X-Content-Type-Options", "nosniff"),
          new Field("Cache-Control", "no-store"));

  private static final String BEARER = "Bearer ";

  private final HostGuard hosts;
  private final boolean loopback;
  private final byte @Nullable [] token;

  /**
   * A guard. Without a token only names of loopback lead here: from any other a browser sends no
   * Fetch Metadata over plain HTTP, so that a page of it could not be told from a program.
   *
   * @param hosts of the mocks
   * @param loopback whether the server listens nowhere else
   * @param token that requests must bring, if there is one
   */
  public ControlGuard(HostGuard hosts, boolean loopback, Optional<String> token) {
    this.hosts = token.isPresent() ? hosts : new HostGuard(List.of(), false);
    this.loopback = loopback;
    this.token = token.map(text -> text.getBytes(UTF_8)).orElse(null);
  }

  /** Why a request is kept out, decided by its head; null when it may come in. */
  public @Nullable Reply refusal(Headers request) {
    for (String host : request.all("Host")) {
      // Hosts that a mock names do not count: a folder from elsewhere must not open this.
      if (!hosts.allows(host, Set.of())) {
        return ProblemReply.of(421, "Foreign host", foreignHost(host));
      }
    }
    if (request.first("Origin") != null) {
      return browser("it has an Origin");
    }
    for (String site : request.all("Sec-Fetch-Site")) {
      if (!site.strip().equals("none")) {
        return browser("its Sec-Fetch-Site is not none");
      }
    }
    return token == null ? withoutToken() : withToken(token, request.all("Authorization"));
  }

  private String foreignHost(String host) {
    return token == null
        ? "The control API is reached as localhost, *.localhost, 127.0.0.1 or [::1] only, so that"
            + " no page can lead here under a name of its own (DNS rebinding). With an"
            + " --admin-token it answers to the hosts of --allow-host, too."
        : hosts.refusal(host);
  }

  private static Reply browser(String sign) {
    return ProblemReply.of(
        403,
        "Not for browsers",
        "This request was made by a web page ("
            + sign
            + "); the control API answers programs only, so that no page, a mocked one neither, can"
            + " read or change anything through it.");
  }

  private @Nullable Reply withoutToken() {
    return loopback
        ? null
        : ProblemReply.of(
            403,
            "Control API closed",
            "This server listens beyond loopback, so its control API needs a token: start it with"
                + " HOMEPORT_ADMIN_TOKEN or --admin-token, and send Authorization: Bearer TOKEN.");
  }

  private static @Nullable Reply withToken(byte[] token, List<String> sent) {
    if (sent.size() == 1
        && sent.get(0).regionMatches(true, 0, BEARER, 0, BEARER.length())
        && MessageDigest.isEqual(
            token, sent.get(0).substring(BEARER.length()).strip().getBytes(UTF_8))) {
      return null;
    }
    return ProblemReply.of(
        401,
        "Token needed",
        "The control API of this server needs its --admin-token: send Authorization: Bearer"
            + " TOKEN.",
        Map.of(),
        List.of(new Field("WWW-Authenticate", "Bearer realm=\"homeport\"")));
  }

  /** The same answer with what keeps pages off it. */
  public static Reply guarded(Reply reply) {
    List<Field> fields = new ArrayList<>(reply.headers().fields());
    fields.addAll(FIELDS);
    return new Reply(
        reply.status(), reply.reason(), Headers.of(fields), reply.body(), reply.delay());
  }
}
