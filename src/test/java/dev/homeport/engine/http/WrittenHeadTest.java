package dev.homeport.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.http.Headers.Field;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WrittenHeadTest {

  static Stream<Arguments> heads() {
    Headers none = Headers.none();
    Headers one = Headers.of(List.of(new Field("Host", "localhost:49342")));
    Headers several =
        Headers.of(
            List.of(
                new Field("Empty", ""),
                new Field("Set-Cookie", "a=1"),
                new Field("set-cookie", "b=ü"),
                new Field("Last", "")));
    return Stream.of(none, one, several)
        .flatMap(
            request ->
                Stream.of(none, one, several)
                    .map(response -> Arguments.of("/a?b=%20", request, response)));
  }

  @ParameterizedTest
  @MethodSource("heads")
  void whatWasWrittenIsRead(String target, Headers request, Headers response) {
    String head = WrittenHead.of(target, request, response);

    assertThat(WrittenHead.target(head)).isEqualTo(target);
    assertThat(WrittenHead.pathLength(head)).isEqualTo(2);
    assertThat(WrittenHead.request(head).fields()).isEqualTo(request.fields());
    assertThat(WrittenHead.response(head).fields()).isEqualTo(response.fields());
    assertThat(WrittenHead.request(head).first("EMPTY")).isEqualTo(request.first("empty"));
    assertThat(WrittenHead.response(head).first("last")).isEqualTo(response.first("Last"));
    assertThat(WrittenHead.response(head).first("Las")).isNull();
  }

  @Test
  void aPathEndsWithTheTargetWhenThereIsNoQuery() {
    assertThat(WrittenHead.pathLength(WrittenHead.of("*", Headers.none(), Headers.none())))
        .isEqualTo(1);
  }
}
