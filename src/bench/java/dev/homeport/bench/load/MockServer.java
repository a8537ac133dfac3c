package dev.homeport.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** MockServer, with its log switched off. */
record MockServer(Path jar) implements Server {

  @Override
  public String name() {
    return "MockServer";
  }

  @Override
  public boolean takes(Workload workload) {
    return Peers.take(workload);
  }

  @Override
  public List<String> prepare(Workload workload, Path folder, int port) throws IOException {
    Path expectations = Files.writeString(folder.resolve("all.json"), workload.mockServer());
    return List.of(
        "-Dmockserver.initializationJsonPath=" + expectations,
        "-Dmockserver.maxExpectations=" + Peers.MOST_ROUTES,
        "-Dmockserver.logLevel=OFF",
        "-Dmockserver.disableLogging=true",
        "-Dmockserver.disableSystemOut=true",
        "-jar",
        jar.toString(),
        "-serverPort",
        "" + port);
  }
}
