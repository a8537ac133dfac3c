package dev.homeport.engine.verify;

import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.match.Condition;
import dev.homeport.engine.match.Mismatch;
import dev.homeport.engine.route.Methods;
import dev.homeport.engine.route.PathPattern;
import dev.homeport.engine.state.Memory;
import dev.homeport.engine.state.State;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.SigningKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A pattern, prepared to judge many entries: what costs least is looked at first. Immutable. */
final class EntryCheck {

  /** Whether an entry is meant. */
  enum Judgement {
    YES,
    NO,
    /** It depends on a body of which the journal kept only the beginning. */
    BODY_CUT
  }

  /** Conditions that depend on the moment are refused; so nobody asks for the time. */
  private static final Clock NO_CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  /** Likewise for what was counted and set; nothing is written to it. */
  private final Memory noMemory = Memory.of(State.empty());

  private final RequestPattern pattern;
  private final Set<String> methods;

  /** The same; one alone is compared without being looked up. */
  private final @Nullable String onlyMethod;

  private final @Nullable PathPattern path;
  private final @Nullable PathFilter filter;
  private final List<Condition> cheapestFirst;
  private final boolean ignoreTrailingSlash;

  EntryCheck(RequestPattern pattern, boolean ignoreTrailingSlash) {
    this.pattern = pattern;
    this.methods = pattern.methods();
    this.onlyMethod = methods.size() == 1 ? methods.iterator().next() : null;
    this.path = pattern.path();
    this.filter = path == null ? null : new PathFilter(path, ignoreTrailingSlash);
    this.cheapestFirst =
        pattern.conditions().stream().sorted(Comparator.comparingInt(Condition::rank)).toList();
    this.ignoreTrailingSlash = ignoreTrailingSlash;
  }

  String described() {
    return pattern.described();
  }

  @Nullable PathPattern path() {
    return path;
  }

  Judgement judge(Entry entry) {
    if (!hasMethod(entry) || !hasPath(entry) || !isAnsweredAsWanted(entry)) {
      return Judgement.NO;
    }
    if (cheapestFirst.isEmpty()) {
      return Judgement.YES;
    }
    Scope scope = scope(entry);
    Judgement judgement = Judgement.YES;
    for (Condition condition : cheapestFirst) {
      if (entry.isBodyCut() && condition.looksAtBody()) {
        judgement = Judgement.BODY_CUT;
      } else if (condition.check(scope) != null) {
        return Judgement.NO;
      }
    }
    return judgement;
  }

  /** A message is no request of a client that spells its method {@code WS}. */
  boolean hasMethod(Entry entry) {
    String method = entry.method();
    if (onlyMethod == null
        ? !methods.isEmpty() && !methods.contains(method)
        : !onlyMethod.equals(method)) {
      return false;
    }
    return methods.isEmpty() || !method.equals(Methods.WS) || entry.message().isPresent();
  }

  boolean hasPath(Entry entry) {
    return filter == null || filter.matches(entry);
  }

  private boolean isAnsweredAsWanted(Entry entry) {
    return isNamed(entry) && isTagged(entry);
  }

  private boolean isNamed(Entry entry) {
    String name = pattern.name();
    return name == null || (entry.outcome() instanceof Outcome.ByRoute by && by.isNamed(name));
  }

  private boolean isTagged(Entry entry) {
    String tag = pattern.tag();
    return tag == null
        || (entry.outcome() instanceof Outcome.ByRoute by && by.tags().contains(tag));
  }

  /** Everything in which an entry is not as wanted; empty when it is. */
  List<Difference> differences(Entry entry) {
    List<Difference> differences = new ArrayList<>();
    if (!hasMethod(entry)) {
      differences.add(
          new Difference("method", "to be " + String.join(" or ", methods), entry.method()));
    }
    if (!hasPath(entry)) {
      differences.add(
          new Difference("path", "to be " + path, Bounded.target(entry.request().rawPath())));
    }
    if (!isNamed(entry)) {
      differences.add(
          new Difference(
              "the name of what answered", "to be '" + pattern.name() + "'", name(entry)));
    }
    if (!isTagged(entry)) {
      differences.add(
          new Difference(
              "the tags of what answered", "to have '" + pattern.tag() + "'", tags(entry)));
    }
    Scope scope = scope(entry);
    for (Condition condition : pattern.conditions()) {
      if (entry.isBodyCut() && condition.looksAtBody()) {
        differences.add(new Difference(condition.described(), "", cutBody(entry)));
      } else {
        Mismatch mismatch = condition.check(scope);
        if (mismatch != null) {
          differences.add(Difference.of(mismatch));
        }
      }
    }
    return differences;
  }

  private static String cutBody(Entry entry) {
    return "a body that cannot be judged: the journal kept "
        + entry.body().length
        + " of its "
        + entry.bodyLength()
        + " bytes";
  }

  private static String name(Entry entry) {
    if (!(entry.outcome() instanceof Outcome.ByRoute by)) {
      return "no route";
    }
    String name = by.name() == null ? by.route().name() : by.name();
    return name == null ? "no name" : "'" + name + "'";
  }

  private static String tags(Entry entry) {
    if (!(entry.outcome() instanceof Outcome.ByRoute by)) {
      return "no route";
    }
    return by.tags().isEmpty() ? "none" : String.join(", ", by.tags().stream().sorted().toList());
  }

  private Scope scope(Entry entry) {
    Request request = entry.request();
    String route = entry.outcome() instanceof Outcome.ByRoute by ? by.route().name() : null;
    return Scope.of(
        request,
        variables(entry),
        route,
        NO_CLOCK,
        EntryCheck::noChance,
        noMemory,
        EntryCheck::noKey);
  }

  private static java.util.Random noChance() {
    throw new IllegalStateException("verification is no matter of chance");
  }

  private static SigningKey noKey() {
    throw new IllegalStateException("verification signs nothing, write jwtClaims");
  }

  /** Of the path that is wanted, else of the route that answered. */
  Map<String, String> variables(Entry entry) {
    PathPattern from = path;
    if (from == null && entry.outcome() instanceof Outcome.ByRoute by) {
      from = by.route().pattern();
    }
    if (from == null || from.variables().isEmpty()) {
      return Map.of();
    }
    List<String> values = PathFilter.values(from, entry.target(), ignoreTrailingSlash);
    if (values == null) {
      return Map.of();
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      variables.put(from.variables().get(i), values.get(i));
    }
    return variables;
  }
}
