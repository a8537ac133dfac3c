package dev.homeport.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlGuardTest {

  private static final HostGuard HOSTS = new HostGuard(List.of("mocks.test"), true);

  private final ControlGuard open = new ControlGuard(HOSTS, true, Optional.empty());
  private final ControlGuard withToken =
      new ControlGuard(HOSTS, true, Optional.of("s3cret-s3cret"));
  private final ControlGuard beyond = new ControlGuard(HOSTS, false, Optional.empty());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Host: localhost:49342                             | 0
          Host: 127.0.0.1                                   | 0
          Host: [::1]:1                                     | 0
          Host: api.localhost                               | 0
          ''                                                | 0
          Host: localhost; Sec-Fetch-Site: none             | 0
          Host: localhost; User-Agent: Mozilla/5.0          | 0
          Host: localhost; Origin: http://localhost:49342   | 403
          Host: localhost; Origin: null                     | 403
          Host: localhost; Origin:                          | 403
          Host: localhost; Sec-Fetch-Site: same-origin      | 403
          Host: localhost; Sec-Fetch-Site: same-site        | 403
          Host: localhost; Sec-Fetch-Site: cross-site       | 403
          Host: localhost; Sec-Fetch-Site: None             | 403
          Host: localhost; Sec-Fetch-Site:                  | 403
          Host: localhost; Sec-Fetch-Site: none; Sec-Fetch-Site: cross-site | 403
          Host: evil.test                                   | 421
          Host: localhost.evil.test                         | 421
          Host: mocks.test                                  | 421
          Host: 192.168.1.2                                 | 421
          Host: localhost; Host: evil.test                  | 421
          """)
  void withoutATokenProgramsOnLoopbackAloneComeIn(String head, int status) {
    assertThat(status(open, head)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Host: localhost                                                    | 401
          Host: localhost; Authorization: Bearer s3cret-s3cret               | 0
          Host: localhost; authorization: bearer  s3cret-s3cret              | 0
          Host: mocks.test; Authorization: Bearer s3cret-s3cret              | 0
          Host: localhost; Authorization: Bearer s3cret-s3cre                | 401
          Host: localhost; Authorization: Bearer s3cret-s3crett              | 401
          Host: localhost; Authorization: Bearer S3cret-s3cret               | 401
          Host: localhost; Authorization: Bearer                             | 401
          Host: localhost; Authorization: Basic s3cret-s3cret                | 401
          Host: localhost; Authorization: Bearer x; Authorization: Bearer s3cret-s3cret | 401
          Host: evil.test; Authorization: Bearer s3cret-s3cret               | 421
          Host: localhost; Origin: http://a.test; Authorization: Bearer s3cret-s3cret | 403
          """)
  void aTokenIsNeededWhereThereIsOne(String head, int status) {
    assertThat(status(withToken, head)).isEqualTo(status);
  }

  @Test
  void beyondLoopbackNobodyComesInWithoutAToken() {
    String head = "Host: localhost; Authorization: Bearer anything";

    assertThat(status(beyond, head)).isEqualTo(403);
    ControlGuard closed = new ControlGuard(HOSTS, false, Optional.of("s3cret-s3cret"));
    assertThat(status(closed, "Host: localhost")).isEqualTo(401);
    assertThat(status(closed, "Host: 192.168.1.2; Authorization: Bearer s3cret-s3cret")).isZero();
  }

  @Test
  void answersCannotBeEmbeddedSniffedOrStored() {
    Reply reply =
        new Reply(
            200,
            null,
            Headers.none(),
            dev.homeport.engine.answer.Body.empty(),
            java.time.Duration.ZERO);

    assertThat(ControlGuard.guarded(reply).headers().fields())
        .containsExactly(
            new Field("Cross-Origin-Resource-Policy", "same-origin"),
            new Field("X-Content-Type-Options", "nosniff"),
            new Field("Cache-Control", "no-store"));
  }

  /** 0 for those that come in. */
  private static int status(ControlGuard guard, String head) {
    Reply refusal = guard.refusal(headers(head));
    return refusal == null ? 0 : refusal.status();
  }

  private static Headers headers(String head) {
    return Headers.of(
        Arrays.stream(head.split(";", -1))
            .filter(field -> !field.isBlank())
            .map(field -> field.split(":", 2))
            .map(field -> new Field(field[0].strip(), field[1].strip()))
            .toList());
  }
}
