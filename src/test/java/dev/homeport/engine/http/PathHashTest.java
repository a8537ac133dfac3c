package dev.homeport.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathHashTest {

  @ParameterizedTest
  @CsvSource({"/a, /a?b=1", "/a?b=%20, /a?b=/../c", "/a.b/c., /a.b/c.?", "/, /?"})
  void isThatOfThePathAlone(String one, String other) {
    assertThat(PathHash.of(one)).isEqualTo(PathHash.of(other)).isNotEqualTo(PathHash.NOT_PLAIN);
  }

  @ParameterizedTest
  @CsvSource({"/a, /b", "/a, /a/", "/, //"})
  void differsForOthers(String one, String other) {
    assertThat(PathHash.of(one)).isNotEqualTo(PathHash.of(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a%62", "/a/../b", "/.", "/.a", "*", "", "http://a/b", "?a"})
  void isNoneWhereThePathMayBeSpelledOtherwise(String target) {
    assertThat(PathHash.of(target)).isEqualTo(PathHash.NOT_PLAIN);
  }
}
