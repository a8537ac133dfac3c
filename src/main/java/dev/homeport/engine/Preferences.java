package dev.homeport.engine;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Delay;
import dev.homeport.engine.answer.FaultPlan;
import dev.homeport.engine.answer.HeaderText;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.answer.StatusPlan;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.route.Candidate;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.Lookup;
import dev.homeport.engine.route.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a request wishes of its answer: {@code Prefer: example=NAME}, {@code code=503}, {@code
 * delay=2s}, {@code fault=reset} (RFC 7240), or the cookie {@code homeport=code=503&delay=2s} of a
 * page that cannot set headers. The header wins; of a preference that is there twice the first
 * counts, and what is not known is passed over (RFC 7240, 2). Immutable.
 *
 * @param example the name of a response, or null
 * @param code a status, or 0
 * @param delay before the first byte, or null
 * @param fault what shall go wrong, or null
 */
record Preferences(
    @Nullable String example, int code, @Nullable Delay delay, @Nullable FaultPlan fault) {

  static final Preferences NONE = new Preferences(null, 0, null, null);

  private static final String HEADER = "Prefer";
  private static final String COOKIE = "homeport";

  /** What a request wishes; {@link #NONE} for most. */
  static Preferences of(Request request) {
    List<String> fields = request.headers().all(HEADER);
    String cookies = request.headers().first("Cookie");
    boolean mayHaveCookie = cookies != null && cookies.contains(COOKIE + "=");
    if (fields.isEmpty() && !mayHaveCookie) {
      return NONE;
    }
    Map<String, String> wishes = new LinkedHashMap<>();
    fields.forEach(field -> collect(field, ',', wishes));
    String cookie = mayHaveCookie ? request.cookies().first(COOKIE) : null;
    if (cookie != null) {
      collect(cookie, '&', wishes);
    }
    return of(wishes);
  }

  private static Preferences of(Map<String, String> wishes) {
    String example = wishes.get("example");
    int code = status(wishes.getOrDefault("code", ""));
    Delay delay = wishes.containsKey("delay") ? delay(wishes.getOrDefault("delay", "")) : null;
    FaultPlan fault = FaultPlan.of(wishes.getOrDefault("fault", ""));
    return new Preferences(
        example == null || example.isEmpty() ? null : example, code, delay, fault);
  }

  /** Adds {@code name=value} pairs; what is quoted may hold the separator. */
  private static void collect(String list, char separator, Map<String, String> wishes) {
    boolean isQuoted = false;
    int start = 0;
    for (int i = 0; i <= list.length(); i++) {
      if (i == list.length() || (list.charAt(i) == separator && !isQuoted)) {
        put(list.substring(start, i), wishes);
        start = i + 1;
      } else if (list.charAt(i) == '"') {
        isQuoted = !isQuoted;
      }
    }
  }

  private static void put(String wish, Map<String, String> wishes) {
    int parameter = wish.indexOf(';');
    String pair = parameter < 0 ? wish : wish.substring(0, parameter);
    int equals = pair.indexOf('=');
    if (equals >= 0) {
      String value = pair.substring(equals + 1).strip();
      boolean isQuoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
      wishes.putIfAbsent(
          pair.substring(0, equals).strip().toLowerCase(Locale.ROOT),
          isQuoted ? value.substring(1, value.length() - 1) : value);
    }
  }

  private static int status(String text) {
    boolean isNumber = text.length() == 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int status = isNumber ? Integer.parseInt(text) : 0;
    return StatusPlan.isFinal(status) ? status : 0;
  }

  private static @Nullable Delay delay(String text) {
    try {
      return Delay.parse(text);
    } catch (SyntaxException e) {
      return null;
    }
  }

  boolean isEmpty() {
    return example == null && code == 0 && delay == null && fault == null;
  }

  /** Whether it says which response is wanted. */
  boolean choosesResponse() {
    return example != null || code != 0;
  }

  /** A response that a request chose, and which of its wishes led to it. */
  record Pick(Candidate candidate, Case answeredBy, ResponsePlan plan, Preferences followed) {}

  /**
   * The response that is wanted, whatever its case asks for: the first that fits, else one with the
   * status alone, else a plain answer with the status; null when none was wanted, or found, or the
   * route that is asked takes no preferences.
   */
  @Nullable Pick pick(Lookup.Found found) {
    Candidate first = found.candidates().get(0);
    if (!choosesResponse() || !first.route().takesPreferences()) {
      return null;
    }
    for (Candidate candidate : found.candidates()) {
      if (!candidate.route().takesPreferences()) {
        continue;
      }
      for (Case each : candidate.route().own().cases()) {
        for (ResponsePlan plan : each.choice().plans()) {
          if (fits(plan)) {
            return new Pick(candidate, each, plan, this);
          }
        }
      }
    }
    if (code == 0) {
      return null;
    } else if (example != null) {
      return new Preferences(null, code, delay, fault).pick(found);
    }
    Case plain = first.route().own().cases().get(0);
    return new Pick(first, plain, ResponsePlan.of(plain.at(), code), this);
  }

  private boolean fits(ResponsePlan plan) {
    return (example == null || example.equals(plan.name()))
        && (code == 0 || code == plan.parts().status().fixed());
  }

  /** Of a route whose response was not chosen. */
  Preferences withoutResponse(Route route) {
    return route.takesPreferences() ? new Preferences(null, 0, delay, fault) : NONE;
  }

  /**
   * The reply with what is said of delay and fault, and a header that names what was followed;
   * nobody sees the header of a fault that sends none. Where nothing can be cut, nothing is.
   */
  Reply applyTo(Reply reply, Supplier<Random> random) {
    FaultPlan applied = fault == FaultPlan.CUT && isEmpty(reply.body()) ? null : fault;
    Preferences followed = new Preferences(example, code, delay, applied);
    if (followed.isEmpty()) {
      return reply;
    }
    List<Field> fields = new ArrayList<>(reply.headers().fields());
    fields.add(new Field("Preference-Applied", followed.applied()));
    return new Reply(
        reply.status(),
        reply.reason(),
        Headers.of(fields),
        reply.body(),
        delay == null ? reply.delay() : delay.next(random),
        reply.pace(),
        applied == null ? reply.fault() : applied.next(random));
  }

  private static boolean isEmpty(Body body) {
    return body instanceof Body.Bytes bytes && bytes.content().length == 0;
  }

  /** RFC 7240, 3: the value may be left out, and is where no header can hold it. */
  private String applied() {
    List<String> applied = new ArrayList<>();
    if (example != null) {
      applied.add("example" + (HeaderText.isToken(example) ? "=" + example : ""));
    }
    if (code != 0) {
      applied.add("code=" + code);
    }
    if (delay != null) {
      applied.add("delay");
    }
    if (fault != null) {
      applied.add("fault=" + fault.word());
    }
    return String.join(", ", applied);
  }
}
