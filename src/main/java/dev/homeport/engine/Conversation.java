package dev.homeport.engine;

import dev.homeport.engine.answer.Items;
import dev.homeport.engine.answer.Reaction;
import dev.homeport.engine.explain.CaseMiss;
import dev.homeport.engine.explain.MessageMiss;
import dev.homeport.engine.http.MessageKind;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.route.Talk;
import dev.homeport.engine.state.StateStore;
import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.RenderException;
import dev.homeport.engine.template.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One open WebSocket as the engine sees it: what is said when it opens, and what each message
 * brings about. It keeps the route and the options that it began with, whatever is loaded later.
 * Counts ({@code call}, {@code times}, {@code sequence}) are its own; {@code vars} of the case that
 * let it in keep their values. For one thread at a time.
 */
public final class Conversation {

  private final Chosen begun;
  private final Talk talk;
  private final CaseSelection selection;
  private final StateStore state;
  private final List<Scope.Var> kept = new ArrayList<>();
  private long messages;

  /**
   * Begins when the handshake was answered.
   *
   * @param begun the case that let the client in
   * @param selection with counts that nobody else has
   */
  Conversation(Chosen begun, Talk talk, CaseSelection selection, StateStore state) {
    this.begun = begun;
    this.talk = talk;
    this.selection = selection;
    this.state = state;
    for (Scope.Var var : begun.plan().parts().vars()) {
      Object value = begun.scope().withVars(begun.plan().parts().vars()).var(var.name());
      kept.add(new Scope.Var(var.name(), new JsonTemplate.Constant(value)));
    }
  }

  /**
   * What came of a message.
   *
   * @param request the message as a request: what it says is the body
   * @param reaction what to do
   * @param failure why nothing can be done, so that the connection must end, or null
   */
  public record Heard(
      Request request, Outcome outcome, Reaction reaction, @Nullable String failure) {}

  /** Who let the client in. */
  public Outcome.ByRoute beginning() {
    return outcome(begun);
  }

  /** The request that opened it. */
  public Request handshake() {
    return begun.scope().request();
  }

  /** What is sent when it is open, or null. */
  public @Nullable Items open() {
    return talk.open() == null ? null : talk.open().items(scope(handshake()));
  }

  /** What is sent again and again, or null. */
  public @Nullable Items every() {
    return talk.every() == null ? null : talk.every().items(scope(handshake()));
  }

  /**
   * Decides on a message. Never throws for what a client sent.
   *
   * @param content not copied
   */
  public Heard hear(MessageKind kind, byte[] content) {
    messages++;
    Request message = handshake().message(kind, content);
    try {
      return decide(message);
    } catch (RenderException e) {
      return failed(message, String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      return failed(message, "something is nested too deep");
    } catch (RuntimeException e) {
      return failed(message, "Homeport failed: " + e.getClass().getSimpleName());
    }
  }

  private Heard decide(Request message) {
    List<CaseMiss> misses = new ArrayList<>(0);
    Chosen chosen =
        talk.changesState()
            ? state.inOneStep(() -> settled(choose(message, misses)))
            : choose(message, misses);
    if (chosen == null) {
      MessageMiss miss =
          MessageMiss.of(begun.route(), message, talk.messages().cases().size(), misses);
      return new Heard(message, new Outcome.Unmatched(miss), Reaction.none(), null);
    }
    return new Heard(message, outcome(chosen), reaction(chosen), null);
  }

  private static Reaction reaction(Chosen chosen) {
    Reaction reaction = chosen.plan().react(chosen.scope());
    return chosen.plan().sends()
        ? reaction.sending(chosen.plan().sendings(chosen.scope()))
        : reaction;
  }

  private @Nullable Chosen choose(Request message, List<CaseMiss> misses) {
    return selection.ofMessage(begun.route(), talk.messages(), messages, scope(message), misses);
  }

  private @Nullable Chosen settled(@Nullable Chosen chosen) {
    if (chosen != null && chosen.plan().changesState()) {
      chosen.plan().set(chosen.scope(), state);
    }
    return chosen;
  }

  private Scope scope(Request request) {
    return selection
        .scope(request, begun.route(), begun.scope().path(), begun.scope().call(), messages)
        .withVars(begun.route().own().vars())
        .withVars(kept);
  }

  private static Outcome.ByRoute outcome(Chosen chosen) {
    return new Outcome.ByRoute(chosen.route(), chosen.answeredBy(), chosen.plan());
  }

  private static Heard failed(Request message, String why) {
    return new Heard(message, new Outcome.Unmatched(() -> why), Reaction.none(), why);
  }
}
