package dev.homeport.definition.load;

import dev.homeport.definition.setting.Setting;
import dev.homeport.diagnostic.Location;
import dev.homeport.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A mocks folder that is read again whenever somebody asks, and keeps of each file the last good
 * version. Only what has changed is read and compiled. Safe for any number of threads: reloads
 * follow each other, and each is told to the listener before the next begins.
 */
public final class LiveMocks {

  /** An editor empties or removes a file before it writes it anew. */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Time alone proves nothing: the machine may have stood still, and the editor with it. */
  private static final int LEAST_LOOKS = 3;

  /** That a file is gone or empty. */
  private record Loss(long since, int looks) {}

  private final Path folder;
  private final MocksLoader loader;
  private final LongSupplier nanos;
  private final FileStamps stamps;
  private FolderState state;
  private Looks seen;
  private Map<String, Loss> losses = Map.of();
  private Consumer<Reload> listener = reload -> {};

  private LiveMocks(Path folder, MocksLoader loader, LongSupplier nanos) {
    this.folder = folder;
    this.loader = loader;
    this.nanos = nanos;
    this.stamps = new FileStamps(nanos);
    this.seen = top();
    this.state = loader.load(folder, FolderState.unread(stamps), stamps, file -> true);
    this.seen.addAll(state.looks());
  }

  /**
   * Reads a folder for the first time.
   *
   * @param vars named values from outside ({@code --var k=v}); they win over those of the files
   * @throws IllegalArgumentException when the folder is missing or no folder
   */
  public static LiveMocks open(Path folder, Map<String, String> vars) {
    return open(folder, vars, System::nanoTime);
  }

  static LiveMocks open(Path folder, Map<String, String> vars, FolderRole role) {
    return new LiveMocks(folder, new MocksLoader(vars, role), System::nanoTime);
  }

  static LiveMocks open(Path folder, Map<String, String> vars, LongSupplier nanos) {
    return new LiveMocks(folder, new MocksLoader(vars), nanos);
  }

  /** What serves now, and all problems there are. */
  public synchronized LoadedMocks mocks() {
    return state.mocks();
  }

  /** Tells every reload from now on to one listener, in the thread that reloads. */
  public synchronized void listen(Consumer<Reload> consumer) {
    listener = consumer;
  }

  /**
   * Reads what has changed, at once: whoever calls it says that all files are written. A folder
   * that is not there is a problem, and everything goes on serving.
   */
  public synchronized Reload reload() {
    stamps.doubtAll();
    losses = Map.of();
    return reload(file -> true);
  }

  /**
   * Reads what has changed, while somebody may be writing: of a file that became empty or went away
   * the routes go on serving until it was so for 100 ms, in three looks at least.
   */
  synchronized Reload reloadPatiently() {
    long now = nanos.getAsLong();
    Map<String, Loss> sofar = losses;
    Map<String, Loss> doubted = new HashMap<>();
    Reload reload =
        reload(
            file -> {
              Loss known = sofar.getOrDefault(file, new Loss(now, 0));
              Loss loss = new Loss(known.since(), known.looks() + 1);
              boolean isSure = now - loss.since() >= PATIENCE_NANOS && loss.looks() >= LEAST_LOOKS;
              if (!isSure) {
                doubted.put(file, loss);
              }
              return isSure;
            });
    losses = doubted;
    return reload;
  }

  private Reload reload(Predicate<String> isLost) {
    FolderState before = state;
    Looks looks = top();
    FolderState after = next(before, isLost);
    if (after == null) {
      state = before.with(vanished());
    } else {
      state = after;
      looks.addAll(after.looks());
      stamps.keepOnly(after.looks().contents().keySet());
    }
    seen = looks;
    Reload reload = Reload.between(before, state, folder);
    listener.accept(reload);
    return reload;
  }

  /** Null when the folder is not there; it may go away at any moment. */
  private @Nullable FolderState next(FolderState before, Predicate<String> isLost) {
    try {
      return loader.load(folder, before, stamps, isLost);
    } catch (IllegalArgumentException e) {
      if (Files.isDirectory(folder)) {
        throw e;
      }
      return null;
    }
  }

  /** A problem of a value in {@code homeport.yaml}, shown with its line. */
  synchronized Problem about(Setting setting, String message, String hint) {
    FolderState.File file = state.files().get(MocksFolder.SETTINGS);
    Location at = placeOf(setting);
    return file == null
        ? new Problem(at, message, hint, null)
        : file.latest().problems().about(at, message, hint);
  }

  /** Where a value stands, or would. */
  synchronized Location placeOf(Setting setting) {
    Location at = state.settings().places().get(setting);
    return at == null ? Location.startOf(folder.resolve(MocksFolder.SETTINGS).toString()) : at;
  }

  private Problem vanished() {
    return new Problem(
        Location.startOf(folder.toString()),
        "the folder is not there any more",
        "its last good routes go on serving",
        null);
  }

  private Looks top() {
    Looks looks = new Looks(stamps);
    looks.place(folder.toAbsolutePath());
    return looks;
  }

  /**
   * Writes a data file, whole or not at all. It is no change that a reload would see: what it holds
   * from now on counts as what it held when it was read.
   *
   * @return false when it does not hold any more what was read, be it well or broken, so that it
   *     was left alone
   */
  synchronized boolean write(SeededCollection.SeedFile seed, byte[] content) throws IOException {
    Path file = seed.path();
    if (!stamps.content(file).equals(seed.stamp())) {
      return false;
    }
    Path whole = Files.createTempFile(file.getParent(), ".", ".homeport-saving");
    try {
      Files.write(whole, content);
      copyPermissions(file, whole);
      stamps.replacing(file, whole);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
    return true;
  }

  /** A temporary file is its maker's alone. */
  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView wanted = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (wanted != null) {
      Files.setPosixFilePermissions(to, wanted.readAttributes().permissions());
    }
  }

  /** Whether a reload is waiting to see if something is really lost. */
  synchronized boolean isInDoubt() {
    return !losses.isEmpty();
  }

  /** How all that was read looked when it was read. */
  synchronized Looks seen() {
    return seen;
  }

  /** The folder as it was named, absolute. */
  public Path folder() {
    return folder.toAbsolutePath();
  }

  /** The folders in which a change would show. */
  Set<Path> folders() {
    Set<Path> folders = new HashSet<>();
    for (Path path : seen().paths()) {
      if (!path.equals(folder())) {
        folders.add(path.getParent());
        try {
          Path real = path.toRealPath();
          folders.add(Files.isDirectory(real) ? real : real.getParent());
        } catch (IOException e) {
          // What is not there will show in the folder that it is missing in.
        }
      }
    }
    return folders;
  }
}
