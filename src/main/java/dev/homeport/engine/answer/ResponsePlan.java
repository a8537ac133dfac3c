package dev.homeport.engine.answer;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.state.Moment;
import dev.homeport.engine.state.StateStore;
import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.RenderException;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A response as the author wrote it, compiled. Immutable, safe to share. One without a template is
 * a single reply, made once.
 */
public final class ResponsePlan {

  /**
   * The parts of a response.
   *
   * @param at where the response stands, for messages
   * @param reason the reason phrase, or null for the usual one
   * @param delay null when the author wrote none
   * @param pace of the body, or null
   * @param fault or null
   * @param name for people, the journal and verification, or null
   */
  public record Parts(
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

    public Parts {
      headers = List.copyOf(headers);
      cookies = List.copyOf(cookies);
      vars = List.copyOf(vars);
      tags = Set.copyOf(tags);
    }

    /** Parts of a response that leaves whole and as fast as it goes. */
    public Parts(
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

    /** The same with another status. */
    Parts with(int number) {
      StatusPlan other = new StatusPlan(number, null, at);
      return new Parts(
          at, other, null, headers, cookies, body, delay, pace, fault, vars, name, tags);
    }

    /** One that is not is rendered for each answer even if nothing shows it: it may count. */
    private static boolean isConstant(Scope.Var each) {
      return each.value() instanceof JsonTemplate value && value.isConstant();
    }

    private boolean isConstant() {
      return vars.stream().allMatch(Parts::isConstant)
          && status.template() == null
          && (reason == null || reason.isConstant())
          && headers.stream().allMatch(header -> header.value().isConstant())
          && cookies.stream().allMatch(CookiePlan::isConstant)
          && body.isConstant()
          && (delay == null || delay.isConstant())
          && (fault == null || fault.isConstant());
    }
  }

  private final Parts parts;
  private final ChangePlan changes;
  private final List<CallbackPlan> callbacks;
  private final SendPlan send;
  private final @Nullable PlanSource source;
  private final @Nullable DataStep step;
  private final boolean constant;
  private volatile @Nullable Reply made;

  /** Takes the parts over. */
  public ResponsePlan(Parts parts) {
    this(parts, ChangePlan.nothing());
  }

  /** As above, changing state and data before it is rendered. */
  public ResponsePlan(Parts parts, ChangePlan changes) {
    this(parts, changes, List.of(), SendPlan.nothing());
  }

  /**
   * As above.
   *
   * @param callbacks requests to other servers that follow it
   * @param send what other clients are told after it was decided on
   */
  public ResponsePlan(
      Parts parts, ChangePlan changes, List<CallbackPlan> callbacks, SendPlan send) {
    this(parts, changes, callbacks, send, null, null);
  }

  private ResponsePlan(
      Parts parts,
      ChangePlan changes,
      List<CallbackPlan> callbacks,
      SendPlan send,
      @Nullable PlanSource source,
      @Nullable DataStep step) {
    this.parts = parts;
    this.changes = changes;
    this.callbacks = List.copyOf(callbacks);
    this.send = send;
    this.source = source;
    this.step = step;
    this.constant = source == null && step == null && parts.isConstant();
  }

  /** A status without a body. */
  public static ResponsePlan of(Location at, int status) {
    return new ResponsePlan(
        new Parts(
            at,
            new StatusPlan(status, null, at),
            null,
            List.of(),
            List.of(),
            new BodyPlan.None(),
            null,
            List.of(),
            null,
            Set.of()));
  }

  /** The same name, tags and place, but a response that a program makes each time. */
  public ResponsePlan madeBy(PlanSource program) {
    return new ResponsePlan(parts, changes, callbacks, send, program, null);
  }

  /** The same, but its status and its body come from a step that it takes. */
  public ResponsePlan taking(DataStep other) {
    return new ResponsePlan(parts.with(other.status()), changes, callbacks, send, null, other);
  }

  /** The same head, but the connection becomes a WebSocket. */
  public ResponsePlan upgrading() {
    Parts head =
        new Parts(
            parts.at(),
            new StatusPlan(101, null, parts.at()),
            null,
            parts.headers(),
            parts.cookies(),
            new UpgradePlan(),
            parts.delay(),
            parts.vars(),
            parts.name(),
            parts.tags());
    return new ResponsePlan(head, changes, List.of(), send);
  }

  /** What is done upon a message, in place of what is sent. */
  public ResponsePlan reacting(MessagePlan reaction) {
    Parts reacting =
        new Parts(
            parts.at(),
            parts.status(),
            null,
            List.of(),
            List.of(),
            reaction,
            null,
            parts.vars(),
            parts.name(),
            parts.tags());
    return new ResponsePlan(reacting, changes, List.of(), send);
  }

  /** Whether the file that this response would send is there; true without a templated file. */
  public boolean isAvailable(Scope scope) {
    return !(parts.body() instanceof BodyPlan.FileBody file)
        || file.path().isConstant()
        || file.find(scope.withVars(parts.vars())) != null;
  }

  /**
   * Whether answering may block or take long (it looks for a file, asks a program, or goes through
   * data), so that it must not happen on an I/O thread.
   */
  public boolean mayBlock() {
    return source != null || step != null || parts.body() instanceof BodyPlan.FileBody;
  }

  /**
   * Whether the same request is always answered, whatever is on the disk: false with a templated
   * {@code file}.
   */
  public boolean isCertain() {
    return !(parts.body() instanceof BodyPlan.FileBody file) || file.path().isConstant();
  }

  /** Whether {@link #settle} changes anything. */
  public boolean changesState() {
    return !changes.isEmpty() || (step != null && step.changes());
  }

  /** Whether the author, or a program, decides on the delay; else the server's own applies. */
  public boolean hasDelay() {
    return source != null || parts.delay() != null;
  }

  /** Whether these very bytes are kept here for every answer, so that nobody else pays for them. */
  public boolean keeps(byte[] content) {
    Reply known = made;
    return known != null && known.body() instanceof Body.Bytes bytes && bytes.content() == content;
  }

  /**
   * What it sends in a few words, for the start-up list: {@code 200 json}, {@code 204}, {@code 200
   * json, fault cut}, {@code fault reset}.
   */
  public String summary() {
    if (source != null) {
      return "a program";
    }
    if (step != null) {
      return step.summary();
    }
    BodyPlan body = parts.body();
    String status = body instanceof ForwardPlan ? "" : parts.status() + " ";
    String whole = (status + body.kind()).strip();
    FaultPlan fault = parts.fault();
    if (fault == null) {
      return whole;
    }
    return (fault.sendsHead() ? whole + ", " : "") + "fault " + fault.word();
  }

  /** For people and the journal, or null. */
  public @Nullable String name() {
    return parts.name();
  }

  /** For verification. */
  public Set<String> tags() {
    return parts.tags();
  }

  /** The parts that it was made of. */
  public Parts parts() {
    return parts;
  }

  /**
   * Renders the vars, then changes state and data; from now on the request sees those. To be done
   * before {@link #render}, in one step of the store with the choice of this plan.
   *
   * @return null when it is done, else the whole answer: of a step of its own, or why nothing was
   *     changed
   */
  public @Nullable Reply settle(Scope scope, StateStore store) {
    Scope inner = scope.withVars(parts.vars());
    Moment before = scope.moment();
    try {
      Moment after = changed(inner);
      DataStep own = step;
      if (own == null) {
        store.changeAll(now -> after);
        return null;
      }
      DataStep.Outcome outcome = own.take(inner);
      Moment then = outcome.isRefusal() ? before : after.with(outcome.after());
      scope.see(then);
      store.changeAll(now -> then);
      return make(inner, outcome);
    } catch (UnsendableException | RenderException e) {
      return refusal(e);
    }
  }

  /** What follows the answer, as the author wrote it. */
  public List<CallbackPlan> callbacks() {
    return callbacks;
  }

  /** What follows an answer that was rendered for the same request. */
  public List<Callback> callbacks(Scope scope) {
    if (callbacks.isEmpty()) {
      return List.of();
    }
    Scope inner = scope.withVars(parts.vars());
    return callbacks.stream().map(each -> each.render(inner)).toList();
  }

  private Moment changed(Scope inner) throws UnsendableException {
    parts.vars().forEach(each -> inner.var(each.name()));
    return changes.take(inner);
  }

  /**
   * Renders. A header, status, delay or cookie that is none, or a template that fails, gives a 500
   * problem+json that names the key and its place.
   *
   * @param scope of the request; the plan's own vars are added to it
   */
  public Reply render(Scope scope) {
    Reply known = made;
    if (known != null) {
      return known;
    }
    Reply reply = rendered(scope);
    if (constant) {
      made = reply;
    }
    return reply;
  }

  private Reply rendered(Scope scope) {
    if (source != null) {
      return asked(source, scope);
    }
    try {
      Scope inner = scope.withVars(parts.vars());
      return make(inner, step == null ? null : step.take(inner));
    } catch (UnsendableException | RenderException e) {
      return refusal(e);
    }
  }

  /**
   * What the message of a WebSocket brings about, in place of a reply.
   *
   * @throws RenderException when it cannot be rendered or sent, saying why
   */
  public Reaction react(Scope scope) {
    return atItsPlace(
        () -> {
          Scope inner = scope.withVars(parts.vars());
          parts.vars().forEach(each -> inner.var(each.name()));
          return parts.body() instanceof MessagePlan plan ? plan.react(inner) : Reaction.none();
        });
  }

  /**
   * Does what {@link #settle} does, for a message.
   *
   * @throws RenderException when nothing was changed, saying why
   */
  public void set(Scope scope, StateStore store) {
    atItsPlace(
        () -> {
          Moment after = changed(scope.withVars(parts.vars()));
          store.changeAll(now -> after);
          return after;
        });
  }

  private interface Rendering<T> {
    T render() throws UnsendableException;
  }

  private <T> T atItsPlace(Rendering<T> rendering) {
    try {
      return rendering.render();
    } catch (UnsendableException e) {
      throw new RenderException(String.valueOf(e.getMessage()), e);
    } catch (RenderException e) {
      throw new RenderException(parts.at() + ": " + e.getMessage(), e);
    }
  }

  /** Whether it lets a WebSocket in. */
  public boolean upgrades() {
    return parts.body() instanceof UpgradePlan;
  }

  /** Whether others are told something. */
  public boolean sends() {
    return !send.isEmpty();
  }

  /**
   * What others are told when this is the answer; to be asked after {@link #render}.
   *
   * @throws RenderException when it cannot be rendered or sent, saying why
   */
  public List<Sending> sendings(Scope scope) {
    return atItsPlace(() -> send.render(scope.withVars(parts.vars())));
  }

  private Reply refusal(Exception e) {
    String why = e.getMessage() == null ? "" : e.getMessage();
    String where = e instanceof RenderException ? parts.at() + ": " : "";
    return ProblemReply.of(500, "The mock cannot answer", where + why);
  }

  /** An assertion in a program fails like anything else in it: the client must get an answer. */
  private Reply asked(PlanSource program, Scope scope) {
    try {
      return program.plan(scope.request(), scope.path()).render(scope);
    } catch (Exception | AssertionError e) {
      return ProblemReply.of(
          500, "The mock cannot answer", parts.at() + ": the program failed: " + e);
    }
  }

  /** What the step gave is null where there is none. */
  private Reply make(Scope scope, DataStep.@Nullable Outcome outcome) throws UnsendableException {
    parts.vars().forEach(each -> scope.var(each.name()));
    int status = outcome == null ? parts.status().render(scope) : outcome.status();
    List<Field> fields = new ArrayList<>();
    for (HeaderPlan header : parts.headers()) {
      header.addTo(fields, scope);
    }
    Body body = Body.empty();
    if (outcome != null) {
      body = new Body.Bytes(outcome.body());
      addUnwritten(outcome.headers(), fields);
    } else if (!StatusPlan.hasNoContent(status)) {
      body = parts.body().render(scope);
      addOfBody(fields, scope);
    }
    for (CookiePlan cookie : parts.cookies()) {
      cookie.addTo(fields, scope);
    }
    DelayPlan delay = parts.delay();
    Duration wait = delay == null ? Duration.ZERO : delay.render(scope);
    Fault fault = parts.fault() == null ? null : parts.fault().next(scope::random);
    return new Reply(status, reason(scope), Headers.of(fields), body, wait, parts.pace(), fault);
  }

  /** Headers that the body brings, where the author wrote none of that name. */
  private void addOfBody(List<Field> fields, Scope scope) {
    String type = parts.body().contentType(scope);
    if (type != null && !isWritten("Content-Type")) {
      fields.add(0, new Field("Content-Type", type));
    }
    addUnwritten(parts.body().furtherHeaders(), fields);
  }

  private void addUnwritten(List<Field> more, List<Field> fields) {
    for (Field field : more) {
      if (!isWritten(field.name())) {
        fields.add(field);
      }
    }
  }

  private boolean isWritten(String name) {
    return parts.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
  }

  private @Nullable String reason(Scope scope) throws UnsendableException {
    Template reason = parts.reason();
    if (reason == null) {
      return null;
    }
    String text = reason.text(scope).strip();
    String fault = HeaderText.fault(text);
    if (fault != null) {
      throw new UnsendableException("reason", parts.at(), fault);
    }
    return text.isEmpty() ? null : text;
  }
}
