package dev.homeport.definition.load;

import dev.homeport.definition.seed.SeedFormat;
import dev.homeport.engine.CollectionPlan;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.data.Data;
import dev.homeport.engine.data.DataCollection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes collections that have changed back into the files that hold their seeds ({@code
 * --save-data}), some moments after the change and when it is closed. A file that somebody has
 * edited meanwhile is left alone. A daemon thread of its own does it.
 */
public final class SeedSaver implements AutoCloseable {

  private static final long DELAY_MILLIS = 300;

  /** What a file holds, as far as is known. */
  private record Saved(CollectionPlan plan, @Nullable DataCollection collection) {}

  private final LiveMocks live;
  private final MockEngine engine;
  private final Consumer<String> failures;
  private final ScheduledExecutorService thread;
  private final AtomicBoolean isDue = new AtomicBoolean();

  /** By the name of the collection; guarded by this. */
  private final Map<String, Saved> saved = new HashMap<>();

  private SeedSaver(LiveMocks live, MockEngine engine, Consumer<String> failures) {
    this.live = live;
    this.engine = engine;
    this.failures = failures;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "homeport-save");
              made.setDaemon(true);
              return made;
            });
  }

  /**
   * Saves from now on what changes; what there is now counts as saved.
   *
   * @param engine of the port whose data are saved
   * @param failures hears of files that could not be written
   */
  public static SeedSaver start(LiveMocks live, MockEngine engine, Consumer<String> failures) {
    SeedSaver saver = new SeedSaver(live, engine, failures);
    Data now = engine.state().moment().data();
    live.mocks()
        .collections()
        .forEach(
            each ->
                saver.saved.put(
                    each.plan().name(), new Saved(each.plan(), now.find(each.plan().name()))));
    engine.state().onDataChange(saver::wake);
    return saver;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what goes wrong is told
  private void wake() {
    if (isDue.compareAndSet(false, true)) {
      thread.schedule(this::saveDue, DELAY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void saveDue() {
    isDue.set(false);
    try {
      saveAll();
    } catch (RuntimeException e) {
      failures.accept("the data are not saved: " + e);
    }
  }

  private synchronized void saveAll() {
    Data now = engine.state().moment().data();
    for (SeededCollection each : live.mocks().collections()) {
      DataCollection collection = now.find(each.plan().name());
      SeededCollection.SeedFile file = each.file();
      if (file != null && collection != null && isChanged(each.plan(), collection)) {
        save(collection, file);
      }
      saved.put(each.plan().name(), new Saved(each.plan(), collection));
    }
  }

  /** What has just begun with a new seed is what its file holds. */
  @SuppressWarnings("ReferenceEquality") // collections are never changed
  private boolean isChanged(CollectionPlan plan, DataCollection collection) {
    Saved known = saved.get(plan.name());
    return known != null && plan.beginsAs(known.plan()) && known.collection() != collection;
  }

  private void save(DataCollection collection, SeededCollection.SeedFile seed) {
    Path file = seed.path();
    SeedFormat format = SeedFormat.of(file.getFileName().toString());
    if (format == null) {
      return;
    }
    try {
      if (!live.write(seed, format.write(collection.plain()))) {
        failures.accept(file + " was edited meanwhile: '" + collection.name() + "' is not saved");
      }
    } catch (IOException e) {
      failures.accept(file + " cannot be written: '" + collection.name() + "' is not saved: " + e);
    }
  }

  /** Saves what is left, and ends. Closing twice does nothing. */
  @Override
  public void close() {
    if (thread.isShutdown()) {
      return;
    }
    engine.state().onDataChange(() -> {});
    thread.shutdownNow();
    saveAll();
  }
}
