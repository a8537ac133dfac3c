package dev.homeport.cli;

import dev.homeport.server.MockPort;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is said on standard output when a port answers.
 *
 * @param name of the service, or {@code Homeport}
 * @param folder that the port is about
 */
record StartLine(String name, MockPort port, Path folder) {

  /** {@code Homeport is running at http://127.0.0.1:49342}. */
  String text() {
    return name + " is running at " + port.url();
  }

  /** The same for programs, to be added to. */
  Map<String, Object> asMap() {
    Map<String, Object> start = new LinkedHashMap<>();
    start.put("url", port.url());
    port.reach().localhostUrl().ifPresent(url -> start.put("localhostUrl", url));
    start.put("port", port.port());
    start.put("pid", ProcessHandle.current().pid());
    start.put("folder", folder.toAbsolutePath().normalize().toString());
    return start;
  }
}
