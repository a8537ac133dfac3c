package dev.homeport.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.answer.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableTest {

  private static final long MILLI = 1_000_000;

  /** When which bytes leave, if nothing is late: {@code 0: 1} is a byte at once. */
  private static List<String> pieces(Pace pace, long length) {
    Timetable table = new Timetable(pace, length);
    List<String> pieces = new ArrayList<>();
    long now = 77;
    while (table.bytesOfNext() > 0) {
      now += table.millisToNext(now) * MILLI;
      pieces.add((now - 77) / MILLI + ": " + table.bytesOfNext());
      table.sent((int) table.bytesOfNext());
    }
    return pieces;
  }

  @Test
  void aRateBeginsWithAByteAndTakesLengthByRate() {
    assertThat(pieces(new Pace.Rate(100), 12)).containsExactly("0: 1", "60: 5", "110: 5", "120: 1");
    assertThat(pieces(new Pace.Rate(1), 3)).containsExactly("0: 1", "2000: 1", "3000: 1");
    assertThat(pieces(new Pace.Rate(1 << 30), 1)).containsExactly("0: 1");
  }

  @Test
  void chunksLeaveFromTheFirstInstantToTheLast() {
    assertThat(pieces(new Pace.Chunks(5, Duration.ofSeconds(2)), 10))
        .containsExactly("0: 2", "500: 2", "1000: 2", "1500: 2", "2000: 2");
    assertThat(pieces(new Pace.Chunks(3, Duration.ofSeconds(2)), 10))
        .containsExactly("0: 3", "1000: 3", "2000: 4");
  }

  @Test
  void aShortBodyHasFewerChunks() {
    assertThat(pieces(new Pace.Chunks(5, Duration.ofSeconds(2)), 2))
        .containsExactly("0: 1", "2000: 1");
    assertThat(pieces(new Pace.Chunks(5, Duration.ofSeconds(2)), 1)).containsExactly("0: 1");
  }

  @Test
  void everyByteLeavesOnceWhateverTheCounts() {
    for (int length = 1; length < 200; length++) {
      for (int chunks = 2; chunks < 40; chunks++) {
        Pace pace = new Pace.Chunks(chunks, Duration.ofSeconds(1));
        assertThat(pieces(pace, length)).hasSize(Math.min(length, chunks));
      }
    }
  }

  @Test
  void whatAClientHeldUpDoesNotComeAtOnceAfterwards() {
    Timetable table = new Timetable(new Pace.Rate(100), 1_000);
    assertThat(table.millisToNext(0)).isZero();
    table.sent(1);

    assertThat(table.millisToNext(5_060 * MILLI)).isZero();
    table.sent(5);
    assertThat(table.millisToNext(5_060 * MILLI)).isEqualTo(50);
  }
}
