package dev.homeport.cli;

import dev.homeport.definition.record.Playback;
import dev.homeport.definition.record.Recording;
import dev.homeport.diagnostic.VisibleText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a recording has come to.
 *
 * @param edited files that somebody changed meanwhile
 * @param playback what the files answer now
 */
record RecordReport(Path folder, Recording recording, Set<String> edited, Playback playback) {

  private static final int MOST_SHOWN = 20;
  private static final int SHOWN = 500;

  RecordReport {
    edited = new TreeSet<>(edited);
  }

  /** Whether the files answer all that was recorded as it was. */
  boolean isFaithful() {
    return playback.differences().isEmpty() && playback.problems().isEmpty();
  }

  /**
   * Each line ended by {@code \n}; the problems of the files are not among them.
   *
   * <pre>
   * mocks: 12 routes in 4 files from 200 requests, 198 of which they answer the same; these differ:
   *   GET /a: status 404, recorded was 200
   *   …
   * </pre>
   */
  String text() {
    int asked = playback.asked();
    if (asked == 0) {
      return "nothing was recorded\n";
    }
    StringBuilder text = new StringBuilder();
    text.append(folder).append(": ").append(count(recording.routes(), "route"));
    text.append(" in ").append(count(recording.mockFiles(), "file"));
    text.append(" from ").append(count(asked, "request"));
    appendDifferences(text);
    for (String file : edited) {
      text.append(VisibleText.of(file)).append(" was edited while it was recorded and stayed so: ");
      text.append("what came later is not in it\n");
    }
    if (recording.redacted() > 0) {
      text.append("secrets in ").append(count(recording.redacted(), "answer"));
      text.append(" are REDACTED now (--keep-secrets keeps them)\n");
    }
    return text.toString();
  }

  private void appendDifferences(StringBuilder text) {
    int differ = playback.differences().size();
    if (differ == 0) {
      text.append(", which they answer the same\n");
      return;
    }
    text.append(", ").append(playback.asked() - differ);
    text.append(" of which they answer the same; these differ:\n");
    playback.differences().stream()
        .limit(MOST_SHOWN)
        .forEach(each -> text.append("  ").append(VisibleText.of(each, SHOWN)).append('\n'));
    if (differ > MOST_SHOWN) {
      text.append("  … and ").append(differ - MOST_SHOWN).append(" more\n");
    }
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** The same for programs. */
  Map<String, Object> asMap() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("folder", folder.toAbsolutePath().normalize().toString());
    report.put("requests", playback.asked());
    report.put("routes", recording.routes());
    report.put("files", recording.mockFiles());
    report.put("redacted", recording.redacted());
    report.put("edited", edited);
    report.put("differences", playback.differences());
    report.put("problems", playback.problems().size());
    return report;
  }
}
