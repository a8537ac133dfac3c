package dev.homeport.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Homeport as a user runs it, with the settings that it has by itself.
 *
 * @param name for the tables, when builds are compared
 * @param javaOptions of its own JVM
 */
record HomeportJar(String name, Path jar, List<String> javaOptions) implements Server {

  @Override
  public List<String> prepare(Workload workload, Path folder, int port) throws IOException {
    for (Map.Entry<String, String> file : workload.homeport().entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    List<String> arguments = new ArrayList<>(javaOptions);
    arguments.addAll(List.of("-jar", jar.toString(), "serve", folder.toString()));
    arguments.addAll(List.of("--port", "" + port));
    return arguments;
  }
}
