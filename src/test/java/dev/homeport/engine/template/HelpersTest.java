package dev.homeport.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpersTest {

  private static final Scene SCENE =
      Scene.json(
              "{\"items\":[{\"sku\":\"A-1\"},{\"sku\":\"B-2\"}],\"tags\":[\"x\",\"y\"],\"n\":5,"
                  + "\"name\":\"Ada\",\"when\":\"2024-02-29T23:30:00+02:00\",\"none\":[]}")
          .header("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.")
          .path("id", "42");

  @ParameterizedTest
  @CsvSource(
      delimiterString = " → ",
      quoteCharacter = '`',
      textBlock =
          """
          {{number '42'}} → 42
          {{number '4.70'}} → 4.70
          {{number ' 7 '}} → 7
          {{number '-1e2'}} → -100
          {{number 'abc'}} → null
          {{number query.none}} → null
          {{number '1e99999'}} → null
          {{number json.items}} → null
          {{number path.id}} → 42
          {{int '4.7'}} → 4
          {{int '-4.7'}} → -4
          {{int 'x'}} → null
          {{boolean 'true'}} → true
          {{boolean 'No'}} → false
          {{boolean 1}} → true
          {{boolean 'maybe'}} → null
          {{boolean false}} → false
          {{toJson json.tags}} → "[\\"x\\",\\"y\\"]"
          {{toJson 'a'}} → "\\"a\\""
          {{toJson query.none}} → "null"
          {{default query.page 1}} → 1
          {{default '' 'a'}} → "a"
          {{default false 1}} → false
          {{default query.a query.b 'c'}} → "c"
          {{default query.a query.b}} → null
          {{pick 'a' 'a'}} → "a"
          {{pick json.none}} → null
          {{pick json.name}} → "Ada"
          {{lookup json 'name'}} → "Ada"
          {{lookup json.items 1}} → {"sku":"B-2"}
          {{lookup (lookup json.items 0) 'sku'}} → "A-1"
          {{lookup json query.none}} → null
          {{lookup json.name 'length'}} → null
          {{size json.items}} → 2
          {{size json}} → 6
          {{size 'añ𝄞'}} → 3
          {{size query.none}} → 0
          {{range 1 3}} → [1,2,3]
          {{range 3 1}} → []
          {{range -1 1}} → [-1,0,1]
          {{range 'a' 1}} → []
          {{concat 'a' 1 json.name}} → "a1Ada"
          {{concat 'a' query.none}} → "a"
          """)
  void typesAndValues(String template, String value) {
    assertThat(SCENE.typed(template)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " → ",
      quoteCharacter = '`',
      textBlock =
          """
          {{upper 'straße'}} → "STRASSE"
          {{lower 'ADA'}} → "ada"
          {{capitalize 'ada lovelace'}} → "Ada lovelace"
          {{capitalize ''}} → ""
          {{trim '  a '}} → "a"
          {{upper query.none}} → ""
          {{replace 'a-b-c' '-' '+'}} → "a+b+c"
          {{replace 'a.b' '.' '$1'}} → "a$1b"
          {{replace 'abc' '' 'x'}} → "abc"
          {{split 'a,b,' ','}} → ["a","b",""]
          {{split 'a|b' '|'}} → ["a","b"]
          {{split 'ab' ''}} → ["a","b"]
          {{split query.none ','}} → []
          {{join json.tags ', '}} → "x, y"
          {{join json.tags}} → "x,y"
          {{join 'a' ','}} → "a"
          {{substring 'homeport' 0 4}} → "home"
          {{substring 'homeport' 4}} → "port"
          {{substring 'home' 2 99}} → "me"
          {{substring 'home' 3 1}} → ""
          {{substring 'home' -5 1}} → "h"
          {{padLeft 7 3 '0'}} → "007"
          {{padLeft 'abc' 2 '0'}} → "abc"
          {{padLeft 'a' 5 'xy'}} → "xyxya"
          {{padLeft 'a' 3}} → "  a"
          {{base64 'ada'}} → "YWRh"
          {{base64 'YWRh' decode=true}} → "ada"
          {{base64 'Pz8_' decode=true}} → "???"
          {{base64 '!' decode=true}} → null
          {{urlEncode 'a b/c?é~'}} → "a%20b%2Fc%3F%C3%A9~"
          {{hash 'ada' alg='md5'}} → "8c8d357b5e872bbacd45197626bd5759"
          {{hash ''}} → "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
          {{hash '' alg='SHA1' encoding='base64'}} → "2jmj7l5rSw0yVb/vlWAYkK/YBwk="
          {{hash '' alg='sha-1' encoding='base64url'}} → "2jmj7l5rSw0yVb_vlWAYkK_YBwk"
          {{hmac 'The quick brown fox jumps over the lazy dog' key='key'}} → "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"
          {{hmac 'The quick brown fox jumps over the lazy dog' key='key' alg='md5'}} → "80070713463e7749b90c2dc24911e275"
          """)
  void textsAndEncodings(String template, String value) {
    assertThat(SCENE.typed(template)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " → ",
      quoteCharacter = '`',
      textBlock =
          """
          {{eq path.id 42}} → true
          {{eq path.id '42.0'}} → false
          {{eq '1.0' 1}} → true
          {{eq json.n '5'}} → true
          {{eq json.n 'x'}} → false
          {{eq 'a' 'a'}} → true
          {{eq true 'true'}} → true
          {{eq null query.none}} → true
          {{eq null ''}} → false
          {{eq json.tags json.tags}} → true
          {{eq json json.items}} → false
          {{ne 'a' 'b'}} → true
          {{gt '10' '9'}} → true
          {{gt (size json.items) 3}} → false
          {{gte 2 2.0}} → true
          {{lt '2024-01-02' '2024-01-10'}} → true
          {{lte 3 2}} → false
          {{gt query.none 1}} → false
          {{lt query.none 1}} → false
          {{and true 1 'a'}} → true
          {{and true json.none}} → false
          {{or query.none 0}} → false
          {{or query.none 'a'}} → true
          {{not query.none}} → true
          {{not (gt 2 1)}} → false
          {{math 2 '+' 3}} → 5
          {{math '2' '*' 2.5}} → 5
          {{math 7 '-' 9}} → -2
          {{math 1 '/' 4}} → 0.25
          {{math 1 '/' 3}} → 0.3333333333333333
          {{math 7 '%' 4}} → 3
          {{math 1 '/' 0}} → null
          {{math 'a' '+' 1}} → null
          {{math 10 '*' 10}} → 100
          {{math json.n '+' (math 1 '+' 1)}} → 7
          """)
  void comparisonsAndSums(String template, String value) {
    assertThat(SCENE.typed(template)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " → ",
      quoteCharacter = '`',
      textBlock =
          """
          {{now}} → "2024-05-01T12:00:00.000Z"
          {{now format='yyyy-MM-dd'}} → "2024-05-01"
          {{now format='yyyy-MM-dd' offset='-3 days' zone='Europe/Berlin'}} → "2024-04-28"
          {{now zone='Europe/Berlin'}} → "2024-05-01T14:00:00.000+02:00"
          {{now format='epoch'}} → 1714564800000
          {{now format='unix'}} → 1714564800
          {{now format='unix' offset='+1 hour'}} → 1714568400
          {{now offset='+1 month -2 hours'}} → "2024-06-01T10:00:00.000Z"
          {{now format='EEEE d MMMM'}} → "Wednesday 1 May"
          {{date json.when}} → "2024-02-29T21:30:00.000Z"
          {{date json.when format='yyyy-MM-dd' offset='+1 year'}} → "2025-02-28"
          {{date '2024-05-01' format='unix'}} → 1714521600
          {{date 1714564800000}} → "2024-05-01T12:00:00.000Z"
          {{date 1714564800}} → "2024-05-01T12:00:00.000Z"
          {{date 'now -1 day' format='dd.MM.'}} → "30.04."
          {{date 'yesterday'}} → null
          {{date query.none}} → null
          {{date now format='yyyy'}} → "2024"
          """)
  void time(String template, String value) {
    assertThat(SCENE.typed(template)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " → ",
      quoteCharacter = '`',
      textBlock =
          """
          {{jsonPath body '$.items[0].sku'}} → "A-1"
          {{jsonPath body '$.items[*].sku'}} → ["A-1","B-2"]
          {{jsonPath json '$.n'}} → 5
          {{jsonPath body '$.none[*]'}} → []
          {{jsonPath body '$.x'}} → null
          {{jsonPath 'not json' '$.x'}} → null
          {{jsonPath '{"a":{"b":1}}' '$.a'}} → {"b":1}
          {{jsonPath json.items '$[1].sku'}} → "B-2"
          {{jsonPath query.none '$.x'}} → null
          {{xPath '<a id="7"><b>1</b><b>2</b></a>' '//a/@id'}} → "7"
          {{xPath '<a><b>1</b><b>2</b></a>' '//b'}} → ["1","2"]
          {{xPath '<a/>' '//b'}} → null
          {{xPath 'not xml' '//b'}} → null
          {{regex headers.Authorization 'Bearer (.+)' 1}} → "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ."
          {{regex 'a1b22' '[0-9]+'}} → "1"
          {{regex 'a' 'b'}} → null
          {{regex 'ab' '(a)(x)?' 2}} → null
          {{regex 'ab' '(a)' 5}} → null
          {{regex query.none 'a'}} → null
          {{jwtClaims auth.token}} → {"sub":"ada"}
          {{jwtClaims headers.Authorization}} → {"sub":"ada"}
          {{jwtClaims 'nonsense'}} → null
          {{lookup (jwtClaims auth.token) 'sub'}} → "ada"
          {{jwt '{"sub":"1234567890"}' secret='s3cret'}} → "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.2B8Jaat_of3i-DU67zHX_f3Ezfsq07m3FkJTr96Ai_4"
          """)
  void lookingInside(String template, String value) {
    assertThat(SCENE.typed(template)).isEqualTo(value);
  }

  @Test
  void tokensOfEachAlgorithmCarryTheirClaims() {
    for (String alg : new String[] {"HS256", "HS384", "HS512"}) {
      assertThat(SCENE.typed("{{jwtClaims (jwt json.items.0 secret='k' alg='" + alg + "')}}"))
          .isEqualTo("{\"sku\":\"A-1\"}");
    }
  }

  @Test
  void chanceStaysWithinItsBoundsAndReachesThem() {
    Set<Object> ints = new HashSet<>();
    Set<Object> decimals = new HashSet<>();
    Set<Object> picks = new HashSet<>();
    for (int seed = 0; seed < 300; seed++) {
      Scene scene = Scene.json("[1,2]").seed(seed);
      ints.add(scene.value("{{randomInt 1 6}}"));
      decimals.add(scene.text("{{randomDecimal 1 1.5 digits=1}}"));
      picks.add(scene.value("{{pick json}}"));
    }

    assertThat(ints).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(decimals).containsExactlyInAnyOrder("1.0", "1.1", "1.2", "1.3", "1.4", "1.5");
    assertThat(picks).containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void theWholeRangeOfNumbersCanBeDrawn() {
    assertThat(SCENE.value("{{randomInt -999999999999999999 999999999999999999}}"))
        .isInstanceOf(Long.class);
    assertThat(SCENE.text("{{randomDecimal 0 1}}")).matches("0\\.[0-9]{2}|1\\.00");
  }

  @Test
  void randomTextsHaveTheirLengthAndAlphabet() {
    assertThat(SCENE.text("{{randomText 8 alphabet='abc'}}")).matches("[abc]{8}");
    assertThat(SCENE.text("{{randomText 12}}")).matches("[A-Za-z0-9]{12}");
    assertThat(SCENE.text("{{randomText 2 alphabet='𝄞'}}")).isEqualTo("𝄞𝄞");
  }

  @Test
  void uuidsAreOfVersionFourAndRepeatWithTheSeed() {
    assertThat(SCENE.text("{{uuid}}"))
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        .isEqualTo(SCENE.text("{{uuid}}"))
        .isNotEqualTo(Scene.get("/").seed(43).text("{{uuid}}"));
    assertThat(SCENE.text("{{uuid}} {{uuid}}").split(" ")).doesNotHaveDuplicates();
  }

  @Test
  void countersCountByTheirName() {
    Scene scene = Scene.get("/");

    assertThat(scene.text("{{counter 'a'}} {{counter 'a'}} {{counter 'b'}}")).isEqualTo("1 2 1");
    assertThat(scene.value("{{counter 'a'}}")).isEqualTo(3L);
  }

  @Test
  void theBodyIsLookedIntoAsXml() {
    Scene scene = Scene.post("application/xml", "<order id='7'><sku>A</sku></order>");

    assertThat(scene.value("{{xPath body '//order/@id'}}")).isEqualTo("7");
  }

  @Test
  void everyHelperIsCalledAsItsExampleSays() {
    for (Helper helper : new Helpers(new FakeData()).all()) {
      assertThat(Scene.compiled("{{" + helper.example() + "}}", Escaping.NONE, KnownNames.any()))
          .isNotNull();
    }
  }
}
