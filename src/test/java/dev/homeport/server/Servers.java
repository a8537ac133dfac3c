package dev.homeport.server;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens servers and connections for a test, and closes them after it. */
final class Servers implements AfterEachCallback {

  private final List<AutoCloseable> open = new ArrayList<>();

  HttpServer server(Mocks mocks) {
    return opened(mocks.start());
  }

  RawClient client(Mocks mocks) {
    return client(server(mocks));
  }

  RawClient client(HttpServer server) {
    return opened(new RawClient(server.port()));
  }

  <T extends AutoCloseable> T opened(T closeable) {
    open.add(closeable);
    return closeable;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
    open.clear();
  }
}
