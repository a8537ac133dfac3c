package dev.homeport.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of ten bytes. */
class ByteRangeTest {

  private static List<ByteRange> parse(String field) {
    List<ByteRange> parts = ByteRange.parse(field, 10);
    assertThat(parts).as(field).isNotNull();
    return parts == null ? List.of() : parts;
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=2-4, 2, 3",
    "bytes=5-, 5, 5",
    "bytes=-3, 7, 3",
    "bytes=-99, 0, 10",
    "bytes=8-99, 8, 2",
    "bytes=8-99999999999999999999, 8, 2",
    "BYTES= 1-2 , 1, 2",
    "'bytes=20-30,1-2', 1, 2",
  })
  void oneRangeIsOnePart(String field, long from, long length) {
    assertThat(parse(field)).containsExactly(new ByteRange(from, length));
  }

  @Test
  void severalRangesKeepTheirOrder() {
    assertThat(parse("bytes=5-6, 0-1")).containsExactly(new ByteRange(5, 2), new ByteRange(0, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0", "bytes=99999999999999999999-"})
  void rangesOutsideHaveNoPart(String field) {
    assertThat(parse(field)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lines=0-1",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=1",
        "bytes=4-2",
        "bytes=1-2-3",
        "bytes=+1-2",
        "bytes=1-2,",
        "bytes=0-3,2-5"
      })
  void otherUnitsBrokenOrOverlappingRangesAreIgnored(String field) {
    assertThat(ByteRange.parse(field, 10)).isNull();
  }

  @Test
  void veryManyRangesAreIgnored() {
    String many = String.join(",", Collections.nCopies(33, "10-"));

    assertThat(ByteRange.parse("bytes=0-0", 10)).hasSize(1);
    assertThat(ByteRange.parse("bytes=" + many.replace("10-", "0-0"), 1000)).isNull();
  }

  @Test
  void contentRangeNamesTheLastByte() {
    assertThat(new ByteRange(2, 3).contentRange(10)).isEqualTo("bytes 2-4/10");
  }
}
