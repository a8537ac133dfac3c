package dev.homeport.definition.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.definition.load.When.Asked;
import dev.homeport.engine.match.Condition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every condition of {@code when}: when it holds, when not, and what is said then. */
class ConditionTest {

  private static final String HOLDS = "holds";

  @Nested
  class OfTheHead {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "2|holds",
          "'2'|holds",
          "{ in: [1, 2, 3] }|holds",
          "3|path variable id to equal 3, found '2'",
        })
    void path(String matcher, String result) {
      assertThat(When.of("path: { id: " + matcher + " }").on(Asked.nothing().path("id", "2")))
          .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{ x-beta: present }|X-Beta:|holds",
          "{ X-Beta: present }|Other: 1|header X-Beta to be present, found nothing",
          "{ Accept: { contains: json } }|Accept: text/html ;; accept: application/json|holds",
          "{ Accept: { contains: json } }|Accept: text/html|header Accept to contain 'json', found 'text/html'",
          "{ Accept: [a, b] }|Accept: a ;; Accept: b|holds",
          "{ X-Version: 1.20 }|X-Version: 1.2|holds",
        })
    void headers(String matchers, String headers, String result) {
      assertThat(When.of("headers: " + matchers).on(Asked.headers(headers))).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{ session: present }|Cookie: a=1; session=|holds",
          "{ session: abc }|Cookie: session=abc|holds",
          "{ session: absent }|Cookie: a=1|holds",
          "{ session: abc }|Cookie: SESSION=abc|cookie session to equal 'abc', found nothing",
        })
    void cookies(String matchers, String headers, String result) {
      assertThat(When.of("cookies: " + matchers).on(Asked.headers(headers))).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "absent|X: y|holds",
          "absent|Authorization: Bearer t|header Authorization to be absent, found 'Bearer t'",
          "present|Authorization: Bearer t|holds",
          "present|X: y|header Authorization to be present, found no Authorization header",
          "{ bearer: t }|Authorization: bearer t|holds",
          "{ bearer: t }|Authorization: Bearer u|bearer token to equal 't', found 'u'",
          "{ bearer: present }|Authorization: Basic YWRhOng=|bearer token to be present, found an Authorization header with the scheme 'basic'",
          "{ bearer: { startsWith: ey } }|Authorization: BEARER eyJ|holds",
          "{ bearer: absent }|X: y|holds",
          "{ basic: { user: ada, password: s3cret } }|Authorization: basic YWRhOnMzY3JldA==|holds",
          "{ basic: { user: ada, password: x } }|Authorization: Basic YWRhOnMzY3JldA==|basic password to equal 'x', found 's3cret'",
          "{ basic: { user: bob } }|Authorization: Basic YWRhOnMzY3JldA==|basic user to equal 'bob', found 'ada'",
          "{ basic: present }|Authorization: Basic YWRhOnMzY3JldA==|holds",
          "{ basic: present }|Authorization: Basic !!|basic user to be present, found an Authorization header that is malformed",
          "{ basic: { user: ada } }|X: y|basic user to equal 'ada', found no Authorization header",
        })
    void auth(String auth, String headers, String result) {
      assertThat(When.of("auth: " + auth).on(Asked.headers(headers))).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "api.example.test|Host: API.example.test:8080|holds",
          "API.Example.test|Host: api.example.test|holds",
          "{ endsWith: .test }|Host: api.example.test|holds",
          "api.example.test|Host: localhost:1|host to equal 'api.example.test' (in any case), found 'localhost'",
          "api.example.test|X: y|host to equal 'api.example.test' (in any case), found no Host header",
        })
    void host(String matcher, String headers, String result) {
      assertThat(When.of("host: " + matcher).on(Asked.headers(headers))).isEqualTo(result);
    }

    @Test
    void namedHostsAreTheLiteralOnes() {
      assertThat(When.of("host: Api.test").conditions().get(0).namedHosts())
          .containsExactly("api.test");
      assertThat(
              When.of("any: [{ host: { in: [a.test, b.test] } }, { host: { endsWith: x } }]")
                  .conditions()
                  .get(0)
                  .namedHosts())
          .containsExactly("a.test", "b.test");
      assertThat(When.of("not: { host: a.test }").conditions().get(0).namedHosts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "127.0.0.1|127.0.0.1|holds",
          "127.0.0.1|::1|client to be 127.0.0.1, found 0:0:0:0:0:0:0:1",
          "'::1'|::1|holds",
          "loopback|::1|holds",
          "loopback|127.9.9.9|holds",
          "loopback|192.0.2.1|client to be loopback, found 192.0.2.1",
          "[192.0.2.1, loopback]|192.0.2.1|holds",
          "[192.0.2.1, 192.0.2.2]|192.0.2.3|client to be 192.0.2.1 or 192.0.2.2, found 192.0.2.3",
        })
    void client(String condition, String address, String result) {
      assertThat(When.of("client: " + condition).on(Asked.nothing().client(address)))
          .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "3|3|holds",
          "3|2|call to be number 3, found 2",
          "1..2|2|holds",
          "1..2|3|call to be one of number 1 to 2, found 3",
          "3..|99|holds",
          "3..|2|call to be number 3 or later, found 2",
          "..5|5|holds",
          "..5|6|call to be one of number 1 to 5, found 6",
          "..5|0|call to be one of number 1 to 5, found 0",
          "{ every: 3 }|6|holds",
          "{ every: 3 }|7|call to be a multiple of 3, found 7",
          "{ every: 3 }|0|call to be a multiple of 3, found 0",
        })
    void call(String condition, long number, String result) {
      assertThat(When.of("call: " + condition).on(Asked.nothing().call(number))).isEqualTo(result);
    }
  }

  @Nested
  class OfTheBody {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{ \"$.items[0].sku\": A-1, total: { gte: 10 } }|holds",
          "{ address.city: Paris }|holds",
          "{ 'items[0].sku': A-1 }|holds",
          "{ \"$['odd name']\": 1 }|holds",
          "{ \"['odd name']\": 1 }|holds",
          "{ total: { gte: 11 } }|json $.total to be at least 11, found 10.50",
          "{ address.street: Rue }|json $.address.street to equal 'Rue', found nothing",
        })
    void json(String paths, String result) {
      String body =
          "{\"items\":[{\"sku\":\"A-1\"}],\"total\":10.50,\"address\":{\"city\":\"Paris\"},\"odd name\":1}";
      assertThat(When.of("json: " + paths).on(Asked.body("text/plain", body))).isEqualTo(result);
    }

    @Test
    void equalsJson() {
      When when = When.of("equalsJson: { a: 1, b: [1, 2] }");
      assertThat(when.on(Asked.json("{\"b\":[1,2],\"a\":1.0}"))).isEqualTo(HOLDS);
      assertThat(when.on(Asked.json("{\"b\":[2,1],\"a\":1}")))
          .isEqualTo("json $.b[0] to equal 1, found 2");
      assertThat(when.on(Asked.nothing()))
          .isEqualTo("json $ to equal {\"a\":1,\"b\":[1,2]}, found no body");
      assertThat(When.of("equalsJson: null").on(Asked.json("null"))).isEqualTo(HOLDS);
      assertThat(When.of("equalsJson: null").on(Asked.json(""))).startsWith("json $ to equal null");
    }

    @Test
    void containsJson() {
      When when = When.of("containsJson: { b: [2, { x: 1 }] }");
      assertThat(when.on(Asked.json("{\"b\":[{\"x\":1,\"y\":2},3,2],\"a\":1}"))).isEqualTo(HOLDS);
      assertThat(when.on(Asked.json("{\"b\":[2]}")))
          .isEqualTo("json $.b to have an item that contains {\"x\":1}, found [2]");
    }

    @Test
    void bodiesThatAreTooDeepAreNotJson() {
      assertThat(When.of("json: { a: 1 }").on(Asked.json("[".repeat(100_000))))
          .isEqualTo("json $.a to equal 1, found a body that is not JSON");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{ startsWith: hello }|hello you|holds",
          "hello|hello|holds",
          "''|``|holds",
          "absent|``|holds",
          "absent|x|body to be absent, found 'x'",
          "present|``|body to be present, found ''",
          "present|x|holds",
          "{ length: 0 }|``|holds",
          "hello|bye|body to equal 'hello', found 'bye'",
        })
    void text(String matcher, String body, String result) {
      assertThat(When.of("text: " + matcher).on(Asked.body("", body))).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{ //order/@id: \"7\" }|holds",
          "{ //order/@id: 7.0 }|holds",
          "{ //item: [pen, ink] }|holds",
          "{ count(//item): 2 }|holds",
          "{ boolean(//item): true }|holds",
          "{ //none: absent }|holds",
          "{ //item: { not: cup } }|holds",
          "{ //item: cup }|xml //item to equal 'cup', found 'pen', 'ink'",
          "{ //none: present }|xml //none to be present, found nothing",
        })
    void xml(String paths, String result) {
      String body =
          "<o:orders xmlns:o='urn:o'><o:order id='7'><item>pen</item><item>ink</item></o:order></o:orders>";
      assertThat(When.of("xml: " + paths).on(Asked.body("text/plain", body))).isEqualTo(result);
    }

    @Test
    void xmlWithADoctypeIsNotRead() {
      String attack = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>";
      assertThat(When.of("xml: { //a: present }").on(Asked.body("text/xml", attack)))
          .isEqualTo("xml //a to be present, found a body that is not XML");
    }

    @Test
    void equalsXml() {
      When when = When.of("equalsXml: \"<a><b>1</b></a>\"");
      assertThat(when.on(Asked.body("", "<a> <!-- x --> <b>1</b>\n</a>"))).isEqualTo(HOLDS);
      assertThat(when.on(Asked.body("", "<a><b>2</b></a>")))
          .isEqualTo("body at /a[1]/b[1]/text()[1] to have the text value '1', found '2'");
      assertThat(when.on(Asked.body("", "x")))
          .isEqualTo("body to equal the XML of equalsXml, found a body that is not XML");
    }

    @Test
    void schemaInPlace() {
      When when =
          When.of(
              "schema: { type: object, required: [sku], properties: { sku: { pattern: '^[A-Z]-' } } }");
      assertThat(when.on(Asked.json("{\"sku\":\"A-1\"}"))).isEqualTo(HOLDS);
      assertThat(when.on(Asked.json("{\"sku\":\"1\"}")))
          .isEqualTo(
              "json $.sku to be as the schema in the mock file says, found \"1\" (does not match the regex pattern ^[A-Z]-)");
      assertThat(when.on(Asked.nothing()))
          .isEqualTo("body to be as the schema in the mock file says, found no body");
    }

    @Test
    void schemaInAFile(@TempDir Path temporary) throws Exception {
      Path folder = temporary.toRealPath();
      Files.createDirectory(folder.resolve("s"));
      Files.writeString(
          folder.resolve("s/order.json"), "{\"properties\":{\"n\":{\"$ref\":\"../n.json\"}}}");
      Files.writeString(folder.resolve("n.json"), "{\"type\":\"integer\"}");
      When when = When.of("schema: s/order.json", folder, null);
      assertThat(when.on(Asked.json("{\"n\":1}"))).isEqualTo(HOLDS);
      assertThat(when.on(Asked.json("{\"n\":\"x\"}")))
          .isEqualTo(
              "json $.n to be as the schema s/order.json says, found \"x\" (string found, integer expected)");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{ user: ada, \"items[0][price]\": 10 }|application/x-www-form-urlencoded|holds",
          "{ tag: [a, b] }|application/x-www-form-urlencoded; charset=utf-8|holds",
          "{ empty: present }|application/x-www-form-urlencoded|holds",
          "{ user: bob }|application/x-www-form-urlencoded|form field user to equal 'bob', found 'ada'",
          "{ user: ada }|text/plain|form field user to equal 'ada', found no form (Content-Type text/plain)",
          "{ user: ada }|``|form field user to equal 'ada', found no form (no Content-Type)",
        })
    void form(String fields, String contentType, String result) {
      String body = "user=ada&items%5B0%5D%5Bprice%5D=10.0&tag=a&tag=b&empty=";
      assertThat(When.of("form: " + fields).on(Asked.body(contentType, body))).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{ avatar: { mediaType: image/png, size: { lt: 1kB }, filename: { endsWith: .png } } }|holds",
          "{ avatar: { size: 4 } }|holds",
          "{ note: hello }|holds",
          "{ note: { text: { startsWith: he }, filename: absent, mediaType: text/plain } }|holds",
          "{ data: { json: { a.b: 1, '$.c': absent } } }|holds",
          "{ avatar: present, other: absent }|holds",
          "{ avatar: { mediaType: image/gif } }|part avatar mediaType to equal 'image/gif' (in any case), found 'image/png'",
          "{ avatar: { size: { gt: 1KiB } } }|part avatar size to be greater than 1KiB, found 4",
          "{ data: { json: { a.b: 2 } } }|part data json $.a.b to equal 2, found 1",
          "{ other: present }|part other to be present, found only avatar, note, data",
          "{ avatar: absent }|part avatar to be absent, found a part of 4 bytes, 'me.png'",
          "{ note: { json: { a: 1 } } }|part note json $.a to equal 1, found nothing",
        })
    void parts(String parts, String result) {
      String body =
          """
          --B
          Content-Disposition: form-data; name="avatar"; filename="me.png"
          Content-Type: image/png

          PNG!
          --B
          Content-Disposition: form-data; name="note"

          hello
          --B
          Content-Disposition: form-data; name="data"
          Content-Type: application/json

          {"a":{"b":1}}
          --B--
          """
              .replace("\n", "\r\n");
      Asked asked = Asked.body("multipart/form-data; boundary=B", body);
      assertThat(When.of("parts: " + parts).on(asked)).isEqualTo(result);
    }

    @Test
    void partsNeedAMultipartBody() {
      assertThat(When.of("parts: { a: present }").on(Asked.json("{}")))
          .isEqualTo("part a to be present, found no parts (Content-Type application/json)");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{ operation: GetUser }|{\"query\":\"query GetUser { user { id } }\"}|holds",
          "{ operation: B }|{\"query\":\"query A { a } query B { b }\",\"operationName\":\"B\"}|holds",
          "{ operation: A }|{\"query\":\"query A { a } query B { b }\"}|graphql operation to equal 'A', found nothing",
          "{ operation: absent, field: user }|{\"query\":\"{ u: user(id: 1) { id } }\"}|holds",
          "{ field: b }|{\"query\":\"query A { a } query B { b }\",\"operationName\":\"A\"}|graphql field to equal 'b', found 'a'",
          "{ field: b }|{\"query\":\"{ ...F } fragment F on Query { a ... on Query { b } ...F }\"}|holds",
          "{ variables: { id: 7 } }|{\"query\":\"{a}\",\"variables\":{\"id\":7}}|holds",
          "{ variables: { user.id: 7 } }|{\"query\":\"{a}\",\"variables\":{\"user\":{\"id\":7}}}|holds",
          "{ variables: { id: 7 } }|{\"query\":\"{a}\",\"variables\":{\"id\":\"7\"}}|graphql variable $.id to equal 7, found '7'",
          "{ operation: A }|{\"query\":\"query A {\"}|graphql operation to equal 'A', found nothing",
          "{ operation: A }|{}|graphql operation to equal 'A', found no GraphQL request",
        })
    void graphql(String condition, String body, String result) {
      assertThat(When.of("graphql: " + condition).on(Asked.json(body))).isEqualTo(result);
    }

    @Test
    void graphqlInTheQuery() {
      When when = When.of("graphql: { operation: A, variables: { id: 7 } }");
      assertThat(when.on(Asked.query("?query=query%20A%20%7Ba%7D&variables=%7B%22id%22:7%7D")))
          .isEqualTo(HOLDS);
      assertThat(when.on(Asked.query("?query=query%20A%20%7Ba%7D")))
          .isEqualTo("graphql variable $.id to equal 7, found nothing");
    }
  }

  @Nested
  class WithTemplates {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "query: { id: '{{path.id}}' }|holds",
          "query: { id: '{{number path.id}}' }|holds",
          "query: { id: '{{path.id}}x' }|query parameter id to equal '7x', found '7'",
          "query: { id: { in: ['{{query.id}}', 8] } }|holds",
          "query: { id: { gt: '{{math (number path.id) \"-\" 1}}' } }|holds",
          "query: { id: { matches: '[{{path.id}}]' } }|holds",
          "json: { id: '{{number path.id}}' }|holds",
          "json: { id: '{{path.id}}' }|json $.id to equal '7', found 7",
          "containsJson: { id: '{{number path.id}}' }|holds",
          "equalsJson: { id: '{{number path.id}}', items: '{{json.items}}', at: '{{json.at}}' }|holds",
          "containsJson: { id: '{{path.id}}' }|json $.id to equal \"7\", found 7",
          "json: { at: { after: '{{now offset=\"-3 days\"}}' } }|holds",
          "json: { at: { before: '{{now offset=\"-3 days\"}}' } }|json $.at to be before '2026-05-07T12:00:00.000Z', found '2026-05-09'",
          "test: '{{gt (size json.items) 2}}'|holds",
          "test: '{{gt (size json.items) 3}}'|test '{{gt (size json.items) 3}}' to be true, found false",
          "test: '{{#if json.items}}true{{/if}}'|holds",
        })
    void operandsAreRendered(String when, String result) {
      String body = "{\"id\":7,\"items\":[1,2,3],\"at\":\"2026-05-09\"}";
      Asked asked = Asked.json(body).target("/?id=7").path("id", "7");
      assertThat(When.of(when).on(asked)).isEqualTo(result);
    }
  }

  @Nested
  class OfConditions {

    @Test
    void anyNeedsOne() {
      When when =
          When.of("any: [ { query: { a: 1 } }, { query: { b: 2 }, headers: { X: present } } ]");
      assertThat(when.on(Asked.query("?a=1"))).isEqualTo(HOLDS);
      assertThat(when.on(Asked.query("?b=2")))
          .isEqualTo(
              "one of 2 alternatives to hold: query parameter a to equal 1, or header X to be present, found nothing; nothing");
    }

    @Test
    void allNeedsEveryOne() {
      When when = When.of("all: [ { query: { a: 1 } }, { query: { b: 2 } } ]");
      assertThat(when.on(Asked.query("?a=1&b=2"))).isEqualTo(HOLDS);
      assertThat(when.on(Asked.query("?a=1"))).startsWith("query parameter b to equal 2");
    }

    @Test
    void notNeedsOneToFail() {
      assertThat(When.of("not: { query: { a: 1 } }").on(Asked.query("?a=2"))).isEqualTo(HOLDS);
      assertThat(When.of("not: { query: { a: 1 } }").on(Asked.query("?a=1")))
          .isEqualTo("query parameter a not to equal 1, found '1'");
      When both = When.of("not: { query: { a: 1, b: 2 } }");
      assertThat(both.on(Asked.query("?a=1"))).isEqualTo(HOLDS);
      assertThat(both.on(Asked.query("?a=1&b=2")))
          .isEqualTo(
              "the request not to meet all of: query parameter a to equal 1 and query parameter b to equal 2, found all of it");
    }

    @Test
    void cheapOnesAreTriedFirst() {
      When when =
          When.of(
              "{ schema: {}, json: { a: 1 }, text: x, call: 1, headers: { A: b }, path: { id: 1 } }");
      assertThat(when.conditions().stream().map(Condition::described))
          .containsExactly(
              "path variable id to equal 1",
              "call to be number 1",
              "header A to equal 'b'",
              "body to equal 'x'",
              "json $.a to equal 1",
              "body to be as the schema in the mock file says");
    }

    @Test
    void conditionsAreEqualWhenWrittenAlike() {
      String text =
          "{ json: { '$.a[?(@.x)]': { matches: 'a+' } }, xml: { //a: 1 }, equalsXml: <a/>, schema: {}, "
              + "equalsJson: [1], client: loopback, parts: { a: present }, not: { query: { q: [1] } }, "
              + "headers: { D: { after: 2026-01-01, length: 3, is: string, in: [a] } } }";
      assertThat(When.of(text).conditions()).hasSize(9).isEqualTo(When.of(text).conditions());
      assertThat(When.of(text).conditions())
          .doesNotContainAnyElementsOf(
              When.of(text.replace("1", "2").replace("a", "b").replace("3", "4"))
                  .conditions()
                  .stream()
                  .limit(1)
                  .toList());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "query: { a: 1 }|false",
          "call: 1|true",
          "call: { every: 2 }|true",
          "not: { call: 1 }|true",
          "any: [{ query: { a: 1 } }, { call: 1 }]|true",
          "query: { a: { after: now } }|true",
          "query: { a: { not: { after: 'now -1 day' } } }|true",
          "query: { a: { after: 2026-01-01 } }|false",
          "schema: {}|false",
        })
    void dependsOnTheMoment(String when, boolean depends) {
      assertThat(When.of(when).conditions().get(0).dependsOnMoment()).isEqualTo(depends);
    }

    @Test
    void pathVariablesAreNotCheckedWhereTheyAreNotKnown() {
      assertThat(When.of("path: { any: 1 }", Path.of("mocks"), null).problems()).isEmpty();
      assertThat(When.of("path: { any: 1 }", Path.of("mocks"), Set.of("id")).problems()).hasSize(1);
    }
  }
}
