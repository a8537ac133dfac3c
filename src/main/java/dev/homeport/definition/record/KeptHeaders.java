package dev.homeport.definition.record;

import dev.homeport.engine.answer.HeaderText;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.HopByHop;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which headers of a response say something about the API; the others are of one connection, one
 * moment, one machine on the way, or are written by Homeport itself. Stateless.
 */
final class KeptHeaders {

  private static final Set<String> NOISE =
      Set.of(
          // of the framing (RFC 9112)
          "content-length",
          "content-encoding",
          "accept-ranges",
          // of the moment
          "date",
          "age",
          "expires",
          "pragma",
          "warning",
          // of the machines
          "server",
          "via",
          "x-powered-by",
          "x-aspnet-version",
          "x-aspnetmvc-version",
          "x-generator",
          "x-runtime",
          "x-response-time",
          "x-served-by",
          "x-timer",
          "x-backend",
          "server-timing",
          "alt-svc",
          "nel",
          "report-to",
          "reporting-endpoints",
          "priority",
          "traceparent",
          "tracestate",
          "request-id",
          "x-request-id",
          "x-correlation-id",
          "x-trace-id",
          "x-github-request-id",
          // promises of the real host that would not hold on localhost
          "strict-transport-security",
          "expect-ct",
          "public-key-pins",
          "content-security-policy",
          "content-security-policy-report-only",
          "permissions-policy",
          "referrer-policy",
          "origin-agent-cluster",
          "x-content-type-options",
          "x-dns-prefetch-control",
          "x-download-options",
          "x-frame-options",
          "x-permitted-cross-domain-policies",
          "x-xss-protection");

  /** Families of the same kinds, and what Homeport answers itself (CORS). */
  private static final Pattern NOISE_FAMILY =
      Pattern.compile(
          "(access-control|cross-origin|cf|x-amz|x-amzn|x-cache|x-b3|x-envoy|x-kong|x-vercel|fly"
              + "|x-fastly|x-varnish|x-akamai|x-azure|x-ms|x-goog|x-nf|x-render|x-datadog"
              + "|(x-)?ratelimit|x-rate-limit)(-.*)?");

  private static final Pattern VARY_NOISE =
      Pattern.compile("accept-encoding|origin|access-control-request-.*");

  private KeptHeaders() {}

  /** Whether a header is worth a line in a mock file; the Content-Type is not asked here. */
  static boolean keeps(Field field) {
    String name = field.name().toLowerCase(Locale.ROOT);
    String value = field.value().strip();
    if (HopByHop.isOne(name)
        || NOISE.contains(name)
        || NOISE_FAMILY.matcher(name).matches()
        || !HeaderText.isToken(name)
        || HeaderText.fault(value) != null
        || value.isEmpty()) {
      return false;
    }
    return switch (name) {
      case "vary" -> !saysNothing(value);
      // A weak one is good for caching only (RFC 9110, 8.8.1), and Homeport's files have their own.
      case "etag" -> !value.startsWith("W/");
      default -> true;
    };
  }

  private static boolean saysNothing(String vary) {
    return List.of(vary.toLowerCase(Locale.ROOT).split(",")).stream()
        .allMatch(each -> VARY_NOISE.matcher(each.strip()).matches());
  }
}
