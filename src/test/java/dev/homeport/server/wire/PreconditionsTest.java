package dev.homeport.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, 13, for a thing with the tag "v1", changed at 2020-01-02T03:04:05.9Z. */
class PreconditionsTest {

  private final Preconditions thing =
      new Preconditions("\"v1\"", Instant.parse("2020-01-02T03:04:05.9Z"));

  private static Headers request(String name, String value) {
    return Headers.of(List.of(new Field(name, value)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "If-Match; \"v1\"; false",
        "If-Match; \"x\", \"v1\"; false",
        "If-Match; *; false",
        "If-Match; \"x\"; true",
        "If-Match; W/\"v1\"; true",
        "If-Unmodified-Since; Thu, 02 Jan 2020 03:04:05 GMT; false",
        "If-Unmodified-Since; Thu, 02 Jan 2020 03:04:04 GMT; true",
        "If-Unmodified-Since; yesterday; false",
      })
  void failWhenTheThingIsAnother(String name, String value, boolean fails) {
    assertThat(thing.fail(request(name, value))).isEqualTo(fails);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "If-None-Match; \"v1\"; true",
        "If-None-Match; W/\"v1\"; true",
        "If-None-Match; \"a,b\", \"v1\"; true",
        "If-None-Match; *; true",
        "If-None-Match; \"x\"; false",
        "If-None-Match; v1; false",
        "If-Modified-Since; Thu, 02 Jan 2020 03:04:05 GMT; true",
        "If-Modified-Since; Thu, 02 Jan 2020 03:04:04 GMT; false",
        "If-Modified-Since; 2020-01-02; false",
        "Accept; *; false",
      })
  void areFreshWhenTheClientHasIt(String name, String value, boolean fresh) {
    assertThat(thing.areFresh(request(name, value))).isEqualTo(fresh);
  }

  @Test
  void theTagDecidesAloneWhenThereIsOne() {
    Headers both =
        Headers.of(
            List.of(
                new Field("If-None-Match", "\"x\""),
                new Field("If-Modified-Since", "Thu, 02 Jan 2020 03:04:05 GMT")));

    assertThat(thing.areFresh(both)).isFalse();
  }

  @Test
  void aThingWithoutValidatorsIsAlwaysSent() {
    Preconditions bare = new Preconditions(null, null);

    assertThat(bare.areFresh(request("If-None-Match", "\"v1\""))).isFalse();
    assertThat(bare.areFresh(request("If-Modified-Since", "Thu, 02 Jan 2020 03:04:05 GMT")))
        .isFalse();
    assertThat(bare.fail(request("If-Match", "\"v1\""))).isTrue();
  }
}
