package dev.homeport.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * WireMock standalone.
 *
 * @param journal whether it remembers requests; its journal has no bound, and so is best left out
 */
record WireMock(Path jar, boolean journal) implements Server {

  @Override
  public String name() {
    return journal ? "WireMock with its journal" : "WireMock";
  }

  @Override
  public Server withJournal() {
    return new WireMock(jar, true);
  }

  @Override
  public boolean takes(Workload workload) {
    return Peers.take(workload);
  }

  @Override
  public List<String> prepare(Workload workload, Path folder, int port) throws IOException {
    Path mappings = Files.createDirectory(folder.resolve("mappings"));
    Files.writeString(mappings.resolve("all.json"), workload.wireMock());
    List<String> arguments = new ArrayList<>(List.of("-jar", jar.toString()));
    arguments.addAll(List.of("--port", "" + port, "--bind-address", "127.0.0.1"));
    arguments.addAll(List.of("--root-dir", folder.toString(), "--disable-banner"));
    if (!journal) {
      arguments.add("--no-request-journal");
    }
    return arguments;
  }
}
