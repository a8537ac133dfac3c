package dev.homeport.engine.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.homeport.engine.http.Headers.Field;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {

  private static Request request(String method, String target, byte[] body, String... headers) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < headers.length; i += 2) {
      fields.add(new Field(headers[i], headers[i + 1]));
    }
    return new Request(
        method, target, Headers.of(fields), body, "http", InetAddress.getLoopbackAddress());
  }

  private static Request get(String target, String... headers) {
    return request("GET", target, new byte[0], headers);
  }

  private static Request post(String type, String body) {
    return request("POST", "/", body.getBytes(UTF_8), "Content-Type", type);
  }

  @Nested
  class Query {

    @Test
    void valuesKeepTheirOrderAndNothingIsDeduplicated() {
      NamedValues query = get("/?b=2&a=1&b=3&b=2").query();

      assertThat(query.names()).containsExactly("b", "a");
      assertThat(query.all("b")).containsExactly("2", "3", "2");
    }

    @Test
    void aNameWithAndWithoutEqualsIsPresentAndEmpty() {
      assertThat(get("/?a&b=").query().all("a")).containsExactly("");
      assertThat(get("/?a&b=").query().all("b")).containsExactly("");
      assertThat(get("/?a").query().all("b")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "q=a+b, a b",
      "q=a%2Bb, a+b",
      "q=%C3%A9, é",
      "q=100%, 100%",
      "q=%zz+1, %zz 1",
      "q=100%+of+%7E%, 100% of ~%",
      "q=%C3%28%FF, �(�",
      "q=a=b, a=b",
      "q=%26, &",
      "%71=x, x"
    })
    void formRulesDecodeAndBadEscapesStay(String raw, String expected) {
      assertThat(get("/?" + raw).query().first("q")).isEqualTo(expected);
    }

    @Test
    void thePathIsWhatStandsBeforeTheFirstQuestionMark() {
      assertThat(get("/a%2Fb?x=/?y").rawPath()).isEqualTo("/a%2Fb");
      assertThat(get("/a%2Fb?x=/?y").query().first("x")).isEqualTo("/?y");
    }
  }

  @Nested
  class Address {

    @ParameterizedTest
    @CsvSource({
      "localhost:8080, localhost",
      "LOCALHOST, localhost",
      "[::1]:8080, [::1]",
      "[::1], [::1]",
      "api.example.test, api.example.test"
    })
    void theHostHasNoPort(String header, String host) {
      assertThat(get("/", "Host", header).host()).isEqualTo(host);
    }

    @Test
    void theUrlIsAsTheClientSeesIt() {
      assertThat(get("/a?b=1", "host", "localhost:5").url()).isEqualTo("http://localhost:5/a?b=1");
      assertThat(get("/").baseUrl()).isEqualTo("http://localhost");
      assertThat(get("/").host()).isEmpty();
    }
  }

  @Nested
  class HeaderViews {

    @Test
    void cookiesOfAllFieldsAreVerbatim() {
      NamedValues cookies =
          get("/", "Cookie", "a=1; b=\"x y\";c", "cookie", "a=2=3; Z=%20").cookies();

      assertThat(cookies.all("a")).containsExactly("1", "2=3");
      assertThat(cookies.first("b")).isEqualTo("\"x y\"");
      assertThat(cookies.first("Z")).isEqualTo("%20");
      assertThat(cookies.first("z")).isNull();
      assertThat(cookies.first("c")).isNull();
    }

    @Test
    void basicCredentialsAreDecodedAndSchemesHaveNoCase() {
      assertThat(get("/", "Authorization", "bAsIc YWRhOnM6M2NyZXQ=").authorization())
          .isEqualTo(new Authorization("basic", "ada", "s:3cret", null));
      assertThat(get("/", "Authorization", "Bearer  t.o-k ").authorization())
          .isEqualTo(new Authorization("bearer", null, null, "t.o-k"));
      assertThat(get("/", "Authorization", "Basic %%").authorization())
          .isEqualTo(new Authorization("basic", null, null, "%%"));
      assertThat(get("/").authorization()).isNull();
    }
  }

  @Nested
  class Bodies {

    @Test
    void textIsReadInTheCharsetThatIsNamedElseUtf8() {
      byte[] latin = "é".getBytes(ISO_8859_1);
      assertThat(
              request("POST", "/", latin, "Content-Type", "text/plain; charset=ISO-8859-1").text())
          .isEqualTo("é");
      assertThat(post("text/plain", "é").text()).isEqualTo("é");
      assertThat(post("text/plain; charset=klingon", "é").text()).isEqualTo("é");
      assertThat(post("text/plain", "\uFEFFx").text()).isEqualTo("x");
    }

    @Test
    void jsonAndXmlAreReadWhateverTheContentType() {
      assertThat(post("text/plain", "{\"a\":[1.20]}").json()).hasToString("{\"a\":[1.20]}");
      assertThat(post("application/json", "{\"a\":").json()).isNull();
      assertThat(post("application/json", "").json()).isNull();
      assertThat(post("text/plain", "<a/>").xml()).isNotNull();
      assertThat(post("text/xml", "<a>").xml()).isNull();
    }

    @Test
    void formFieldsComeFromUrlencodedBodiesOfThatTypeOnly() {
      String type = "Application/X-WWW-Form-Urlencoded; charset=utf-8";
      assertThat(post(type, "items[0][price]=10&a=x+y&a=2").form().all("a"))
          .containsExactly("x y", "2");
      assertThat(post(type, "items[0][price]=10").form().first("items[0][price]")).isEqualTo("10");
      assertThat(post("text/plain", "a=1").form().names()).isEmpty();
    }
  }

  @Nested
  class Multiparts {

    private static final String TYPE = "multipart/form-data; boundary=\"--x y\"";
    private static final String BODY =
        """
        preamble
        ----x y
        Content-Disposition: form-data; name="user"

        ada
        ----x y
        Content-Disposition: form-data; name="avatar"; filename="a \\"b\\".png"
        Content-Type: Image/PNG; q=1

        \u00891
        2
        ----x y
        content-disposition: form-data; name=doc; filename*=UTF-8''%C3%A9+.txt

        ----x y--
        epilogue
        """;

    @Test
    void partsHaveNamesTypesFilesAndContent() {
      for (String body : List.of(BODY, BODY.replace("\n", "\r\n"))) {
        List<Part> parts = post(TYPE, body).parts();

        assertThat(parts)
            .extracting(Part::name, Part::filename, Part::mediaType)
            .containsExactly(
                tuple("user", null, "text/plain"),
                tuple("avatar", "a \"b\".png", "image/png"),
                tuple("doc", "é+.txt", "text/plain"));
        assertThat(parts.get(0).text()).isEqualTo("ada");
        assertThat(parts.get(1).text().replace("\r", "")).isEqualTo("\u00891\n2");
        assertThat(parts.get(2).size()).isZero();
        assertThat(post(TYPE, body).form().names()).containsExactly("user");
      }
    }

    @Test
    void anEndThatIsMissingLosesNothing() {
      Request cut =
          post(
              "multipart/form-data; boundary=b",
              "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n12");

      assertThat(cut.parts()).extracting(Part::text).containsExactly("12");
    }

    @Test
    void aGetHasNoParts() {
      Request get = request("GET", "/", BODY.getBytes(UTF_8), "Content-Type", TYPE);

      assertThat(get.parts()).isEmpty();
    }

    @Test
    void hostileBytesAreNeverAnException() {
      Random random = new Random(7);
      byte[] seedBody = BODY.getBytes(UTF_8);
      for (int i = 0; i < 3_000; i++) {
        byte[] body = seedBody.clone();
        for (int n = random.nextInt(20); n >= 0; n--) {
          body[random.nextInt(body.length)] = (byte) "\r\n-;=\" x".charAt(random.nextInt(8));
        }
        Request request = request("POST", "/", body, "Content-Type", TYPE);
        assertThat(request.parts().size()).isLessThanOrEqualTo(4);
        assertThat(request.form().names().size()).isLessThanOrEqualTo(4);
      }
    }
  }
}
