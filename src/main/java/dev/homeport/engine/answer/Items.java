package dev.homeport.engine.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.template.RenderException;
import dev.homeport.engine.template.Scope;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of one streamed answer, each rendered when its turn comes. Asked by one thread at a
 * time; only {@link #failure} may be asked by any.
 */
public final class Items {

  private final StreamBody plan;
  private final Scope scope;
  private long turn;
  private volatile @Nullable String failure;

  Items(StreamBody plan, Scope scope) {
    this.plan = plan;
    this.scope = scope;
  }

  /** Whether there is an item left; always for one that repeats forever. */
  public boolean hasNext() {
    return turn < plan.total();
  }

  /**
   * How long the next item waits after the one before; to be asked once an item, before {@link
   * #next}.
   *
   * @throws RenderException when its delay is none; the stream ends with it
   */
  public Duration pause() {
    return guarded(item -> item.delay() == null ? Duration.ZERO : item.delay().render(here()));
  }

  /** What the next item is. */
  public Sending.Form nextForm() {
    return upcoming().form();
  }

  /** Whether the next item says something, if only an empty text, and is not a pause alone. */
  public boolean isNextSaid() {
    return upcoming().isSaid();
  }

  private StreamItem upcoming() {
    List<StreamItem> items = plan.items();
    return items.get((int) (turn % items.size()));
  }

  /**
   * Renders the next item; empty for one that is nothing but a pause.
   *
   * @throws RenderException when it cannot be rendered or sent; the stream ends with it
   */
  public byte[] next() {
    byte[] bytes = guarded(item -> item.render(here()));
    turn++;
    return bytes;
  }

  /** How they follow each other. */
  public StreamBody.Form form() {
    return plan.form();
  }

  /** What may be sent in a long silence, to keep the connection; empty for nothing. */
  public byte[] heartbeat() {
    return plan.form().heartbeat().getBytes(UTF_8);
  }

  /** Why it ended before its time, with the place of the item; null while nothing failed. */
  public @Nullable String failure() {
    return failure;
  }

  private Scope here() {
    return scope.atItem(turn, turn == plan.total() - 1);
  }

  private interface Step<T> {
    T of(StreamItem item) throws UnsendableException;
  }

  private <T> T guarded(Step<T> step) {
    StreamItem item = upcoming();
    try {
      return step.of(item);
    } catch (UnsendableException e) {
      throw failed(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException | StackOverflowError e) {
      // Nothing of an item may break more than its own stream.
      String why = e instanceof RenderException ? e.getMessage() : e.toString();
      throw failed(item.at() + ": " + why, e);
    }
  }

  private RenderException failed(String why, Throwable cause) {
    failure = why;
    return new RenderException(why, cause);
  }
}
