package dev.homeport.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.journal.BoundedJournal;
import dev.homeport.engine.journal.Call;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.JournalLimits;
import dev.homeport.engine.route.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathFilterTest {

  private static final int PATTERNS = 400;
  private static final int TARGETS = 400;

  private final BoundedJournal journal =
      new BoundedJournal(new JournalLimits(TARGETS, 1L << 30, 0), System::nanoTime);

  /** However it is done: as if each path were taken apart and decoded. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void judgesAsThePatternDoes(boolean ignoreTrailingSlash) {
    Random random = new Random(11);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < TARGETS; i++) {
      entries.add(came(target(random)));
    }
    int fit = 0;
    for (int i = 0; i < PATTERNS; i++) {
      PathPattern pattern = Call.path(pattern(random));
      PathFilter filter = new PathFilter(pattern, ignoreTrailingSlash);
      for (Entry entry : entries) {
        boolean fits = PathFilter.values(pattern, entry.target(), ignoreTrailingSlash) != null;
        assertThat(filter.matches(entry)).as(pattern + " on " + entry.target()).isEqualTo(fits);
        fit += fits ? 1 : 0;
      }
    }
    assertThat(fit).isBetween(PATTERNS, PATTERNS * TARGETS / 2);
  }

  @ParameterizedTest
  @CsvSource({
    "/a,          /a,           true,  true",
    "/a,          /a?b=%20/.,   true,  true",
    "/a,          /a/,          false, true",
    "/a/,         /a,           false, true",
    "/a,          /%61,         true,  true",
    "/a,          /b/../a,      true,  true",
    "/%61,        /a,           true,  true",
    "/.a,         /.a,          true,  true",
    "/a,          /ab,          false, false",
    "/a,          /a%2,         false, false",
    "/,           *,            false, false",
    "/,           //,           false, true",
    "/{id},       /,            false, false",
    "/{id},       /7/,          false, true",
    "/a/{*rest},  /a,           false, true",
    "/a/{*rest},  /a/?b,        true,  true",
  })
  void fits(String pattern, String target, boolean exactly, boolean ignoringTheSlash) {
    Entry entry = came(target);
    PathPattern path = Call.path(pattern);

    assertThat(new PathFilter(path, false).matches(entry)).isEqualTo(exactly);
    assertThat(new PathFilter(path, true).matches(entry)).isEqualTo(ignoringTheSlash);
  }

  private Entry came(String target) {
    return journal.add(Call.of("GET " + target).header("X-Path", "/a/b?c").exchange());
  }

  private static String pattern(Random random) {
    StringBuilder text = new StringBuilder();
    int segments = 1 + random.nextInt(4);
    for (int i = 0; i < segments; i++) {
      String segment =
          pick(
              random,
              "",
              "a",
              "a",
              "ab",
              "b.c",
              ".a",
              "%61",
              "a%2Fb",
              "é",
              "{v}",
              "{v}",
              "{v}.c",
              "{v:[ab]+}");
      text.append('/').append(segment.replace("v", "v" + i));
    }
    return text + (random.nextInt(5) == 0 ? "/{*rest}" : "");
  }

  private static String target(Random random) {
    StringBuilder text = new StringBuilder();
    int segments = 1 + random.nextInt(4);
    boolean isPlain = random.nextBoolean();
    for (int i = 0; i < segments; i++) {
      text.append('/').append(pick(random, "", "a", "a", "ab", "b.c", "é", "b"));
      if (!isPlain) {
        text.append(
            pick(random, "", "", "/.", "/..", "/.a", "/%61", "/%2e", "%2Fb", "%", "%C3%A9"));
      }
    }
    return text + pick(random, "", "", "?", "?a=/b", "?%61=/../a?");
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
