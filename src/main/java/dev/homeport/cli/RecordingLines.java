package dev.homeport.cli;

import dev.homeport.definition.record.Recording;
import dev.homeport.definition.record.RecordingWriter;
import dev.homeport.diagnostic.VisibleText;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;

/**
 * Prints how a recording goes: a line for each new route, and for each reason why something is not
 * recorded. For the one thread that records.
 */
final class RecordingLines implements RecordingWriter.Listener {

  private static final int SHOWN = 500;

  /** Whoever asks for ever new things that cannot be recorded is not to fill the terminal. */
  private static final int MOST_REFUSALS = 100;

  private final PrintStream out;
  private final boolean quiet;
  private final Set<String> refusals = new HashSet<>();

  /**
   * @param quiet whether to print only what goes wrong
   */
  RecordingLines(PrintStream out, boolean quiet) {
    this.out = out;
    this.quiet = quiet;
  }

  @Override
  public void heard(Recording.Heard heard) {
    if (heard.isNew() && !quiet) {
      out.println("recorded " + VisibleText.of(heard.route(), SHOWN));
    }
    if (heard.refusal() != null) {
      String line =
          VisibleText.of("not recorded: " + heard.route() + ": " + heard.refusal(), SHOWN);
      if (refusals.size() < MOST_REFUSALS && refusals.add(line)) {
        out.println(line);
      }
    }
  }

  @Override
  public void failed(IOException reason) {
    out.println("homeport: the recording cannot be written: " + reason.getMessage());
  }
}
