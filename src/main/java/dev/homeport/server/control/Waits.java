package dev.homeport.server.control;

import dev.homeport.engine.answer.ProblemReply;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.journal.Subscription;
import dev.homeport.engine.verify.Judging;
import dev.homeport.engine.verify.Verdict;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Verifications that wait for requests. None holds a thread: a request that comes makes the others
 * look, a timer ends them. Safe for any number of threads.
 */
final class Waits {

  /** Most that wait at the same time. */
  private static final int MOST = 1_000;

  private final Journal journal;
  private final ScheduledExecutorService threads;
  private final Set<Wait> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Waits(Journal journal, ScheduledExecutorService threads) {
    this.journal = journal;
    this.threads = threads;
  }

  /** The answer to a verification when it is decided, or its time is over. */
  CompletionStage<Reply> begin(Judging judging, Function<Verdict, Reply> answer) throws Refusal {
    if (open.size() >= MOST) {
      throw Refusal.of(
          503, "Too many verifications", MOST + " verifications wait already; try again.");
    }
    Wait wait = new Wait(judging, answer);
    open.add(wait);
    wait.start();
    if (closed) {
      wait.giveUp();
    }
    return wait.reply;
  }

  /** Answers all that wait. */
  void close() {
    closed = true;
    open.forEach(Wait::giveUp);
  }

  /** One of them. Its steps follow each other. */
  private final class Wait {

    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private final Judging judging;
    private final Function<Verdict, Reply> answer;
    private @Nullable Subscription bell;
    private @Nullable Future<?> alarm;

    Wait(Judging judging, Function<Verdict, Reply> answer) {
      this.judging = judging;
      this.answer = answer;
    }

    synchronized void start() {
      bell = journal.subscribe(1, this::ring);
      long nanos = judging.within().toNanos();
      alarm = threads.schedule(this::timeIsOver, nanos, TimeUnit.NANOSECONDS);
      look();
    }

    /** On the thread that adds to the journal, which must not wait. */
    private void ring() {
      try {
        threads.execute(this::look);
      } catch (RejectedExecutionException e) {
        // The server is closed, and with it everything that waits.
        return;
      }
    }

    private synchronized void look() {
      Subscription arrivals = bell;
      if (reply.isDone() || arrivals == null) {
        return;
      }
      do {
        if (judging.look()) {
          end(answer.apply(judging.verdict()));
          return;
        }
      } while (!arrivals.next().isEmpty());
    }

    private synchronized void timeIsOver() {
      if (!reply.isDone()) {
        judging.look();
        end(answer.apply(judging.verdict()));
      }
    }

    synchronized void giveUp() {
      end(ProblemReply.of(503, "Closing", "This port is being closed; nothing is decided."));
    }

    private void end(Reply decided) {
      open.remove(this);
      if (bell != null) {
        bell.close();
      }
      if (alarm != null) {
        alarm.cancel(false);
      }
      reply.complete(decided);
    }
  }
}
