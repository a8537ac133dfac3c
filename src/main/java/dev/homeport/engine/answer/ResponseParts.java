package dev.homeport.engine.answer;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a response, as the author wrote them, compiled. Immutable, safe to share.
 *
 * @param at where the response stands, for messages
 * @param reason the reason phrase, or null for the usual one
 * @param delay null when the author wrote none
 * @param pace of the body, or null
 * @param fault or null
 * @param name for people, the journal and verification, or null
 */
public record ResponseParts(
    Location at,
    StatusPlan status,
    @Nullable Template reason,
    List<HeaderPlan> headers,
    List<CookiePlan> cookies,
    BodyPlan body,
    @Nullable DelayPlan delay,
    @Nullable Pace pace,
    @Nullable FaultPlan fault,
    List<Scope.Var> vars,
    @Nullable String name,
    Set<String> tags) {

  public ResponseParts {
    headers = List.copyOf(headers);
    cookies = List.copyOf(cookies);
    vars = List.copyOf(vars);
    tags = Set.copyOf(tags);
  }

  /** Parts of a response that leaves whole and as fast as it goes. */
  public ResponseParts(
      Location at,
      StatusPlan status,
      @Nullable Template reason,
      List<HeaderPlan> headers,
      List<CookiePlan> cookies,
      BodyPlan body,
      @Nullable DelayPlan delay,
      List<Scope.Var> vars,
      @Nullable String name,
      Set<String> tags) {
    this(at, status, reason, headers, cookies, body, delay, null, null, vars, name, tags);
  }

  /** A status without a body. */
  static ResponseParts of(Location at, int status) {
    return new ResponseParts(
        at,
        new StatusPlan(status, null, at),
        null,
        List.of(),
        List.of(),
        new BodyPlan.None(),
        null,
        List.of(),
        null,
        Set.of());
  }

  /** The same with another status. */
  ResponseParts with(int number) {
    StatusPlan other = new StatusPlan(number, null, at);
    return new ResponseParts(
        at, other, null, headers, cookies, body, delay, pace, fault, vars, name, tags);
  }

  /** The same head, but the connection becomes a WebSocket. */
  ResponseParts upgrading() {
    StatusPlan switching = new StatusPlan(101, null, at);
    BodyPlan upgrade = new UpgradePlan();
    return new ResponseParts(
        at, switching, null, headers, cookies, upgrade, delay, vars, name, tags);
  }

  /** What is done upon a message, in place of what is sent. */
  ResponseParts reacting(MessagePlan reaction) {
    return new ResponseParts(
        at, status, null, List.of(), List.of(), reaction, null, vars, name, tags);
  }

  /** Whether every answer is the same. */
  boolean isConstant() {
    return vars.stream().allMatch(ResponseParts::isConstant)
        && status.template() == null
        && (reason == null || reason.isConstant())
        && headers.stream().allMatch(header -> header.value().isConstant())
        && cookies.stream().allMatch(CookiePlan::isConstant)
        && body.isConstant()
        && (delay == null || delay.isConstant())
        && (fault == null || fault.isConstant());
  }

  /** One that is not is rendered for each answer even if nothing shows it: it may count. */
  private static boolean isConstant(Scope.Var each) {
    return each.value() instanceof JsonTemplate value && value.isConstant();
  }

  /** What is sent in a few words: {@code 200 json}, {@code 204}, {@code fault reset}. */
  String summary() {
    String code = body instanceof ForwardPlan ? "" : status + " ";
    String whole = (code + body.kind()).strip();
    if (fault == null) {
      return whole;
    }
    return (fault.sendsHead() ? whole + ", " : "") + "fault " + fault.word();
  }

  /** Renders every var, also one that nothing shows. */
  void renderVars(Scope scope) {
    vars.forEach(each -> scope.var(each.name()));
  }

  /**
   * One answer.
   *
   * @param scope with the vars in sight
   * @param outcome what a step gave in place of status and body, or null where there is none
   */
  Reply render(Scope scope, DataStep.@Nullable Outcome outcome) throws UnsendableException {
    renderVars(scope);
    int code = outcome == null ? status.render(scope) : outcome.status();
    Duration wait = delay == null ? Duration.ZERO : delay.render(scope);
    Fault next = fault == null ? null : fault.next(scope::random);
    Headers usual = body.usualHeaders();
    if (usual != null && hasNoFields() && outcome == null && !StatusPlan.hasNoContent(code)) {
      return new Reply(code, phrase(scope), usual, body.render(scope), wait, pace, next);
    }
    List<Field> fields = new ArrayList<>();
    for (HeaderPlan header : headers) {
      header.addTo(fields, scope);
    }
    Body content = Body.empty();
    if (outcome != null) {
      content = new Body.Bytes(outcome.body());
      addUnwritten(outcome.headers(), fields);
    } else if (!StatusPlan.hasNoContent(code)) {
      content = body.render(scope);
      addOfBody(fields, scope);
    }
    for (CookiePlan cookie : cookies) {
      cookie.addTo(fields, scope);
    }
    return new Reply(code, phrase(scope), Headers.of(fields), content, wait, pace, next);
  }

  private boolean hasNoFields() {
    return headers.isEmpty() && cookies.isEmpty();
  }

  /** Headers that the body brings, where the author wrote none of that name. */
  private void addOfBody(List<Field> fields, Scope scope) {
    String type = body.contentType(scope);
    if (type != null && !isWritten("Content-Type")) {
      fields.add(0, new Field("Content-Type", type));
    }
    addUnwritten(body.furtherHeaders(), fields);
  }

  private void addUnwritten(List<Field> more, List<Field> fields) {
    for (Field field : more) {
      if (!isWritten(field.name())) {
        fields.add(field);
      }
    }
  }

  private boolean isWritten(String name) {
    return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
  }

  private @Nullable String phrase(Scope scope) throws UnsendableException {
    if (reason == null) {
      return null;
    }
    String text = reason.text(scope).strip();
    String wrong = HeaderText.fault(text);
    if (wrong != null) {
      throw new UnsendableException("reason", at, wrong);
    }
    return text.isEmpty() ? null : text;
  }
}
