package dev.homeport.junit;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The system properties that test classes have at the moment: one for all classes of a run. Safe
 * for any number of threads.
 */
final class PublishedProperties {

  /** Name → owner. Guarded by this. */
  private final Map<String, String> owners = new HashMap<>();

  /**
   * Sets a property until the answer is run; running it twice does nothing.
   *
   * @throws ExtensionConfigurationException when another class has it
   */
  synchronized Runnable publish(String name, String value, String owner) {
    String other = owners.putIfAbsent(name, owner);
    if (other != null) {
      throw new ExtensionConfigurationException(
          owner
              + ": "
              + other
              + " has the system property '"
              + name
              + "' at the same time (give them different names, or @ResourceLock(\""
              + name
              + "\") both)");
    }
    String before = System.setProperty(name, value);
    AtomicBoolean isOver = new AtomicBoolean();
    return () -> {
      if (!isOver.getAndSet(true)) {
        restore(name, before);
      }
    };
  }

  private synchronized void restore(String name, @Nullable String before) {
    owners.remove(name);
    if (before == null) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, before);
    }
  }
}
