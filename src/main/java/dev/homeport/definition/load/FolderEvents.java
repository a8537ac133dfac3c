package dev.homeport.definition.load;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hears from the operating system that something has changed in folders; not what, for every list
 * of events may have holes. Where the system has no such thing, or no more of it, it hears nothing.
 * Used by one thread; may be closed by another.
 */
final class FolderEvents implements Lookout.Ears, AutoCloseable {

  /**
   * File systems of this machine, whose changes all go through its kernel. What other machines
   * write to a network drive, or a host to the folder of a container, is often not told.
   */
  private static final Set<String> TOLD =
      Set.of(
          "ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "tmpfs", "overlay", "NTFS",
          "ReFS");

  private final @Nullable WatchService service;
  private final Path top;
  private final boolean isTold;
  private final Map<Path, WatchKey> keys = new HashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private boolean isComplete;

  private FolderEvents(@Nullable WatchService service, Path top, boolean isTold) {
    this.service = service;
    this.top = top;
    this.isTold = isTold;
  }

  /**
   * Ears for a folder.
   *
   * @param top absolute; that it goes and comes is heard, too
   */
  static FolderEvents of(Path top) {
    try {
      boolean isTold = TOLD.contains(Files.getFileStore(top).type());
      return new FolderEvents(top.getFileSystem().newWatchService(), top, isTold);
    } catch (IOException | UnsupportedOperationException e) {
      return new FolderEvents(null, top, false);
    }
  }

  @Override
  public boolean hearsAll() {
    return isTold && isComplete;
  }

  @Override
  public void listenTo(Set<Path> folders) {
    if (service == null) {
      return;
    }
    Set<Path> wanted = new HashSet<>(folders);
    if (top.getParent() != null) {
      wanted.add(top.getParent());
    }
    Map<Path, WatchKey> now = new HashMap<>();
    isComplete = true;
    for (Path folder : wanted) {
      // Again, for another folder may have the name by now; of the same one it is the same key.
      WatchKey key = key(folder, service);
      if (key == null) {
        isComplete = false;
      } else {
        now.put(folder, key);
      }
    }
    keys.values().removeAll(now.values());
    keys.values().forEach(WatchKey::cancel);
    keys.clear();
    keys.putAll(now);
  }

  private static @Nullable WatchKey key(Path folder, WatchService service) {
    try {
      return folder.register(
          service,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_DELETE,
          StandardWatchEventKinds.ENTRY_MODIFY);
    } catch (IOException | ClosedWatchServiceException e) {
      return null;
    }
  }

  /** Waits until something is heard; false when nothing was in time, or it is closed. */
  boolean await(long nanos) throws InterruptedException {
    if (service == null) {
      closed.await(nanos, TimeUnit.NANOSECONDS);
      return false;
    }
    try {
      boolean isHeard = false;
      WatchKey key = service.poll(nanos, TimeUnit.NANOSECONDS);
      while (key != null) {
        isHeard |= isOfInterest(key);
        key = service.poll();
      }
      return isHeard;
    } catch (ClosedWatchServiceException e) {
      return false;
    }
  }

  private boolean isOfInterest(WatchKey key) {
    // Of the folder's own parent only the folder counts.
    boolean isParent = key.equals(keys.get(top.getParent()));
    boolean counts = false;
    for (WatchEvent<?> event : key.pollEvents()) {
      counts |= !isParent || event.context() == null || top.endsWith((Path) event.context());
    }
    return !key.reset() || counts;
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  @Override
  public void close() {
    closed.countDown();
    if (service != null) {
      try {
        service.close();
      } catch (IOException e) {
        return; // There is nothing left to hear with.
      }
    }
  }
}
