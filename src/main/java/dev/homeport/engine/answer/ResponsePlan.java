package dev.homeport.engine.answer;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.state.Moment;
import dev.homeport.engine.state.StateStore;
import dev.homeport.engine.template.RenderException;
import dev.homeport.engine.template.Scope;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A response as the author wrote it, compiled. Immutable, safe to share. One without a template is
 * a single reply, made once.
 */
public final class ResponsePlan {

  private final ResponseParts parts;
  private final Effects effects;
  private final @Nullable PlanSource source;
  private final @Nullable DataStep step;
  private final boolean constant;
  private volatile @Nullable Reply made;

  /** Takes the parts over. */
  public ResponsePlan(ResponseParts parts) {
    this(parts, Effects.nothing());
  }

  /** As above, bringing about more than the reply. */
  public ResponsePlan(ResponseParts parts, Effects effects) {
    this(parts, effects, null, null);
  }

  private ResponsePlan(
      ResponseParts parts, Effects effects, @Nullable PlanSource source, @Nullable DataStep step) {
    this.parts = parts;
    this.effects = effects;
    this.source = source;
    this.step = step;
    this.constant = source == null && step == null && parts.isConstant();
  }

  /** A status without a body. */
  public static ResponsePlan of(Location at, int status) {
    return new ResponsePlan(ResponseParts.of(at, status));
  }

  /** The same name, tags and place, but a response that a program makes each time. */
  public ResponsePlan madeBy(PlanSource program) {
    return new ResponsePlan(parts, effects, program, null);
  }

  /** The same, but its status and its body come from a step that it takes. */
  public ResponsePlan taking(DataStep other) {
    return new ResponsePlan(parts.with(other.status()), effects, null, other);
  }

  /** The same head, but the connection becomes a WebSocket. */
  public ResponsePlan upgrading() {
    return new ResponsePlan(parts.upgrading(), effects.withoutCallbacks());
  }

  /** What is done upon a message, in place of what is sent. */
  public ResponsePlan reacting(MessagePlan reaction) {
    return new ResponsePlan(parts.reacting(reaction), effects.withoutCallbacks());
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
    return !effects.changes().isEmpty() || (step != null && step.changes());
  }

  /** Whether the author, or a program, decides on the delay; else the server's own applies. */
  public boolean hasDelay() {
    return source != null || parts.delay() != null;
  }

  /** Whether it sends the same to every request, and nothing else follows from it. */
  public boolean isFixed() {
    return constant && effects.isNothing();
  }

  /** The reply that is the same for every request; null before the first one, and of others. */
  public @Nullable Reply made() {
    return made;
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
    return parts.summary();
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
  public ResponseParts parts() {
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
      return parts.render(inner, outcome);
    } catch (UnsendableException | RenderException e) {
      return refusal(e);
    }
  }

  /** What follows the answer, as the author wrote it. */
  public List<CallbackPlan> callbacks() {
    return effects.callbacks();
  }

  /** What follows an answer that was rendered for the same request. */
  public List<Callback> callbacks(Scope scope) {
    if (effects.callbacks().isEmpty()) {
      return List.of();
    }
    Scope inner = scope.withVars(parts.vars());
    return effects.callbacks().stream().map(each -> each.render(inner)).toList();
  }

  private Moment changed(Scope inner) throws UnsendableException {
    parts.renderVars(inner);
    return effects.changes().take(inner);
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
    if (!constant) {
      return reply;
    }
    Reply kept = reply.kept();
    made = kept;
    return kept;
  }

  private Reply rendered(Scope scope) {
    if (source != null) {
      return asked(source, scope);
    }
    try {
      Scope inner = scope.withVars(parts.vars());
      return parts.render(inner, step == null ? null : step.take(inner));
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
          parts.renderVars(inner);
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
    return !effects.send().isEmpty();
  }

  /**
   * What others are told when this is the answer; to be asked after {@link #render}.
   *
   * @throws RenderException when it cannot be rendered or sent, saying why
   */
  public List<Sending> sendings(Scope scope) {
    return atItsPlace(() -> effects.send().render(scope.withVars(parts.vars())));
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
}
