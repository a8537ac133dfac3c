package dev.homeport.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkFieldTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<http://a/x>; rel=next | <HERE>; rel=next",
        "<http://a/x>; rel=\"prev\", </y>; rel=\"next\" | <HERE>; rel=\"prev\", <HERE>; rel=\"next\"",
        "<a>; title=\"x <b> \\\" <c>\", <d> | <HERE>; title=\"x <b> \\\" <c>\", <HERE>",
        "<open | <open",
        "no link | no link",
      })
  void eachTargetIsChangedAndNothingElse(String value, String expected) {
    assertThat(LinkField.withTargets(value, target -> "HERE")).isEqualTo(expected);
  }
}
