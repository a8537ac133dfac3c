package dev.homeport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;

/** What a run of the program left behind. */
record Outcome(int status, String out, String err) {

  static Outcome of(String... args) {
    return of(Map.of(), args);
  }

  static Outcome of(Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, false);
    int status = Main.run(args, terminal, environment);
    return new Outcome(status, out.toString(UTF_8), err.toString(UTF_8));
  }
}
