package dev.homeport.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.diagnostic.SyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUrlTest {

  @ParameterizedTest
  @CsvSource({
    "http://localhost, http, localhost, 80, '', http://localhost",
    "HTTPS://API.Example.com:443/a?b, https, api.example.com, 443, /a?b, https://api.example.com",
    "http://[::1]:3000/, http, [::1], 3000, /, http://[::1]:3000",
    "http://my_api:80?x=1, http, my_api, 80, /?x=1, http://my_api",
    "https://a:80/%2F|{x}, https, a, 80, /%2F|{x}, https://a:80",
  })
  void isTakenApart(String text, String scheme, String host, int port, String target, String origin)
      throws SyntaxException {
    HttpUrl url = HttpUrl.parse(text);

    assertThat(url).isEqualTo(new HttpUrl(scheme, host, port, target));
    assertThat(url.origin()).isEqualTo(origin);
    assertThat(url).hasToString(origin + target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:3000",
        "//localhost",
        "ftp://localhost",
        "http://",
        "http:///a",
        "http://:80",
        "http://a b",
        "http://a\r\nX: 1",
        "http://a/\r\nX: 1",
        "http://a/b c",
        "http://a/ü",
        "http://ü",
        "http://a#b",
        "http://me@a",
        "http://me:secret@a",
        "http://a\\@b",
        "http://a%2eb",
        "http://a:0",
        "http://a:65536",
        "http://a:",
        "http://a:80:80",
        "http://[::1",
        "http://::1",
        "http://[localhost]",
      })
  void othersAreRefusedWithoutAQuote(String text) {
    assertThatThrownBy(() -> HttpUrl.parse(text))
        .isInstanceOf(SyntaxException.class)
        .message()
        .isNotEmpty()
        .doesNotContain("secret");
  }
}
