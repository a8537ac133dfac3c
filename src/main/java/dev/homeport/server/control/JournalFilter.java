package dev.homeport.server.control;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.http.PathSegments;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.route.PathPattern;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are meant; all that is said must hold. Immutable.
 *
 * @param methods empty for all
 * @param route the id, key or name of what answered, or null
 * @param status {@code 404}, {@code 4xx}, or null
 * @param matched whether something answered, or null
 * @param after the id before the first one
 * @param since the first moment, or null
 */
record JournalFilter(
    Set<String> methods,
    @Nullable PathPattern path,
    boolean ignoreTrailingSlash,
    @Nullable String route,
    @Nullable String status,
    @Nullable Boolean matched,
    long after,
    @Nullable Instant since) {

  /** The parameters of the query that it is read from. */
  static final List<String> PARAMETERS =
      List.of("method", "path", "route", "status", "matched", "since");

  private static final Pattern STATUS = Pattern.compile("[1-5](\\d\\d|xx)");
  private static final Pattern METHODS = Pattern.compile("[A-Za-z-]+([,|][A-Za-z-]+)*");
  private static final Pattern ID = Pattern.compile("\\d{1,18}");

  static JournalFilter of(Call call, boolean ignoreTrailingSlash) throws Refusal {
    String since = call.parameter("since").orElse(null);
    boolean isId = since != null && ID.matcher(since).matches();
    return new JournalFilter(
        methods(call),
        path(call),
        ignoreTrailingSlash,
        call.parameter("route").orElse(null),
        status(call),
        call.flag("matched"),
        isId && since != null ? Long.parseLong(since) : 0,
        since == null || isId ? null : instant(since));
  }

  private static Set<String> methods(Call call) throws Refusal {
    Optional<String> text = call.parameter("method");
    if (text.isEmpty()) {
      return Set.of();
    }
    Matcher matcher = METHODS.matcher(text.get());
    if (!matcher.matches()) {
      throw Call.wrong("method", text.get(), "a method, or several: GET,POST");
    }
    return Set.copyOf(Set.of(text.get().split("[,|]", -1)));
  }

  private static @Nullable PathPattern path(Call call) throws Refusal {
    String text = call.parameter("path").orElse(null);
    try {
      return text == null ? null : PathPattern.parse(text);
    } catch (SyntaxException e) {
      throw Call.wrong("path", text, "the path of a route, /users/{id}: " + e.getMessage());
    }
  }

  private static @Nullable String status(Call call) throws Refusal {
    String text = call.parameter("status").orElse(null);
    if (text != null && !STATUS.matcher(text).matches()) {
      throw Call.wrong("status", text, "a status like 404, or a class like 4xx");
    }
    return text;
  }

  private static Instant instant(String text) throws Refusal {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Call.wrong(
          "since", text, "the id of a request, or an instant like 2026-01-31T12:00:00Z");
    }
  }

  boolean test(Entry entry) {
    return entry.id() > after
        && (methods.isEmpty() || methods.contains(entry.method()))
        && (status == null || hasStatus(entry.status(), status))
        && (matched == null || matched != (entry.outcome() instanceof Outcome.Unmatched))
        && (since == null || !entry.received().isBefore(since))
        && (route == null || isBy(entry, route))
        && (path == null || hasPath(entry.target(), path));
  }

  private static boolean hasStatus(int found, String wanted) {
    return wanted.endsWith("xx")
        ? found / 100 == wanted.charAt(0) - '0'
        : found == Integer.parseInt(wanted);
  }

  private static boolean isBy(Entry entry, String route) {
    return entry.outcome() instanceof Outcome.ByRoute by
        && (by.isNamed(route) || RouteIds.names(route, by.route()));
  }

  private boolean hasPath(String target, PathPattern wanted) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    try {
      return path.startsWith("/")
          && wanted.match(PathSegments.parse(path), ignoreTrailingSlash) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
