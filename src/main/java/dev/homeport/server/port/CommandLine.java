package dev.homeport.server.port;

import dev.homeport.diagnostic.VisibleText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a process was started with, the program first. Immutable.
 *
 * @param words empty when it is hidden
 */
record CommandLine(List<String> words) {

  private static final String MAIN = "dev.homeport.cli.Main";
  private static final Pattern JAR = Pattern.compile("homeport(-[^/\\\\]*)?\\.jar");

  /** A class path says little and is longer than all else. */
  private static final int MOST_OF_A_WORD = 60;

  private static final int MOST = 200;

  CommandLine {
    words = List.copyOf(words);
  }

  /** Whether it is the program that we are. */
  boolean isHomeport() {
    return words.stream().anyMatch(word -> word.equals(MAIN) || JAR.matcher(name(word)).matches());
  }

  /** On one line: the program without its folder, long words in part, no control characters. */
  String shown() {
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      String shown = line.length() == 0 ? name(word) : word;
      line.append(line.length() == 0 ? "" : " ").append(shortened(shown));
    }
    return VisibleText.of(line.toString().strip(), MOST);
  }

  private static String shortened(String word) {
    return word.length() <= MOST_OF_A_WORD
        ? word
        : word.substring(0, MOST_OF_A_WORD / 2)
            + "…"
            + word.substring(word.length() - MOST_OF_A_WORD / 2);
  }

  /** Some programs write all they want to say into the first word: only a path is cut. */
  private static String name(String program) {
    int space = program.indexOf(' ');
    boolean isTitle = space >= 0 && !program.startsWith("/") && program.indexOf('\\') < 0;
    return isTitle
        ? program
        : program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
  }
}
