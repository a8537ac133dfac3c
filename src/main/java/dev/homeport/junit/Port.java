package dev.homeport.junit;

import dev.homeport.Homeport;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a class, a class nested in it, or a test talks to: the class's has those of its tests within
 * it. Ended by JUnit's callbacks, closed with the context that it was opened in, whatever happens.
 */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing else.
sealed interface Port extends ExtensionContext.Store.CloseableResource, AutoCloseable
    permits OwnPort, SharedPort {

  Homeport homeport();

  /** Which routes were asked, on this port and all within the same server. */
  RouteUse use();

  /**
   * Opens what a nested class, or a test, talks to.
   *
   * @param name of the class or test, for messages
   */
  Port open(String name);

  /**
   * Judges what came, and closes.
   *
   * @throws dev.homeport.VerificationError when a request came that no route answered
   */
  void end();

  /** Closes without a judgement; closing twice does nothing. */
  @Override
  void close();
}
