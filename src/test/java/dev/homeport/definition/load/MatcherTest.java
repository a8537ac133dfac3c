package dev.homeport.definition.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.definition.load.When.Asked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every matcher, on texts and on JSON: when it holds, when not, and what is said then. */
class MatcherTest {

  @Nested
  class OfTexts {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "ada|?q=ada",
          "ada|?q=bob&q=ada",
          "2|?q=2",
          "2|?q=2.0",
          "1.20|?q=1.2",
          "1e2|?q=100",
          "true|?q=true",
          "\"\"|?q",
          "\"\"|?q=",
          "'2'|?q=2",
          "present|?q",
          "present|?q=x",
          "absent|?other=1",
          "[a, b]|?q=a&q=b",
          "[1, '2']|?q=1.0&q=2",
          "{ equals: present }|?q=present",
          "{ equals: ada, ignoreCase: true }|?q=ADA",
          "{ contains: d }|?q=ada",
          "{ contains: 1.20 }|?q=x1.20y",
          "{ contains: D, ignoreCase: true }|?q=ada",
          "{ startsWith: a }|?q=ada",
          "{ startsWith: AD, ignoreCase: true }|?q=ada",
          "{ endsWith: da }|?q=ada",
          "{ matches: 'a.a' }|?q=ada",
          "{ matches: 'A.A', ignoreCase: true }|?q=ada",
          "{ matches: '(?=a).*' }|?q=ada",
          "{ in: [1, two] }|?q=1.0",
          "{ in: [1, two] }|?q=two",
          "{ in: [TWO], ignoreCase: true }|?q=two",
          "{ gt: 5 }|?q=5.1",
          "{ gte: 5 }|?q=5",
          "{ lt: 5 }|?q=-7",
          "{ lte: 5 }|?q=5.00",
          "{ gt: 1, lt: 5 }|?q=9&q=3",
          "{ before: 2026-05-10 }|?q=2026-05-09T23:59:59Z",
          "{ after: 2026-05-10 }|?q=2026-05-10T02:30:00%2B02:00",
          "{ after: 'now -3 days' }|?q=2026-05-08",
          "{ before: now }|?q=Sun,%2010%20May%202026%2011:00:00%20GMT",
          "{ after: 'now -1 month +2 hours' }|?q=2026-04-10T14:00:01",
          "{ length: 3 }|?q=a%F0%9F%98%80b",
          "{ length: { gte: 2, lt: 4 } }|?q=ada",
          "{ length: 0 }|?q=",
          "{ is: integer }|?q=7.0",
          "{ is: number }|?q=-7.5e1",
          "{ is: boolean }|?q=false",
          "{ is: string }|?q=7",
          "{ equalsJson: { a: [1] } }|?q=%7B%22a%22:[1.0]%7D",
          "{ containsJson: { a: 1 } }|?q=%7B%22a%22:1,%22b%22:2%7D",
          "{ not: ada }|?q=bob",
          "{ not: ada }|?other=1",
          "{ not: absent }|?q=1",
          "{ not: { contains: x } }|?q=ada&q=bob",
          "{ any: [ada, { startsWith: b }] }|?q=bob",
          "{ any: [absent, ada] }|?other=1",
          "{ all: [{ startsWith: a }, { endsWith: a }] }|?q=ada",
          "{ startsWith: a, not: { contains: x } }|?q=ada&q=bob",
        })
    void holds(String matcher, String query) {
      assertThat(When.of("query: { q: " + matcher + " }").on(Asked.query(query)))
          .isEqualTo("holds");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "ada|?q=bob|to equal 'ada', found 'bob'",
          "ada|?x=1|to equal 'ada', found nothing",
          "ada|?q=Ada&q=bob|to equal 'ada', found 'Ada', 'bob'",
          "2|?q=two|to equal 2, found 'two'",
          "2|?q=%202|to equal 2, found ' 2'",
          "'2'|?q=2.0|to equal '2', found '2.0'",
          "true|?q=True|to equal true, found 'True'",
          "present|?x|to be present, found nothing",
          "absent|?q|to be absent, found ''",
          "[a, b]|?q=b&q=a|to be exactly 'a', 'b', found 'b', 'a'",
          "[a, b]|?q=a&q=b&q=c|to be exactly 'a', 'b', found 'a', 'b', 'c'",
          "[a]|?x|to be exactly 'a', found nothing",
          "{ equals: ada, ignoreCase: true }|?q=bob|to equal 'ada' (in any case), found 'bob'",
          "{ contains: x }|?q=ada|to contain 'x', found 'ada'",
          "{ contains: D }|?q=ada|to contain 'D', found 'ada'",
          "{ startsWith: d }|?q=ada|to start with 'd', found 'ada'",
          "{ endsWith: d }|?q=ada|to end with 'd', found 'ada'",
          "{ matches: 'd' }|?q=ada|to match 'd', found 'ada'",
          "{ matches: '(a+)+$' }|?q=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!|to match '(a+)+$', found 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'",
          "{ in: [1, two] }|?q=3|to be one of 1, 'two', found '3'",
          "{ gt: 5 }|?q=5|to be greater than 5, found '5'",
          "{ gte: 5 }|?q=4.9|to be at least 5, found '4.9'",
          "{ lt: 5 }|?q=5|to be less than 5, found '5'",
          "{ lte: 5 }|?q=five|to be at most 5, found 'five'",
          "{ lte: 5 }|?x|to be at most 5, found nothing",
          "{ gt: 1, lt: 5 }|?q=0&q=9|to be greater than 1 and to be less than 5, found '0', '9'",
          "{ before: 2026-05-10 }|?q=2026-05-10|to be before '2026-05-10', found '2026-05-10'",
          "{ before: 2026-05-10 }|?q=soon|to be before '2026-05-10', found 'soon'",
          "{ after: now }|?q=now|to be after 'now', found 'now'",
          "{ length: 3 }|?q=ad|to have length 3, found 'ad'",
          "{ length: { gt: 2 } }|?q=ad|to have a length greater than 2, found 'ad'",
          "{ is: integer }|?q=7.5|to be an integer, found '7.5'",
          "{ is: boolean }|?q=TRUE|to be a boolean, found 'TRUE'",
          "{ equalsJson: [1] }|?q=x|to equal [1], found 'x'",
          "{ not: ada }|?q=ada|not to equal 'ada', found 'ada'",
          "{ not: ada }|?q=bob&q=ada|not to equal 'ada', found 'bob', 'ada'",
          "{ not: present }|?q|not to be present, found ''",
          "{ any: [ada, absent] }|?q=bob|to equal 'ada' or to be absent, found 'bob'",
          "{ all: [{ startsWith: a }, { endsWith: b }] }|?q=ab2&q=b|to start with 'a' and to end with 'b', found 'ab2', 'b'",
          "{ startsWith: a, not: { contains: x } }|?q=ada&q=x|to start with 'a' and not to contain 'x', found 'ada', 'x'",
          "ada|?q=1&q=2&q=3&q=4&q=5&q=6&q=7|to equal 'ada', found '1', '2', '3', '4', '5' and 2 more",
          "ada|?q=a%0D%0Ab%1B|to equal 'ada', found 'a\\r\\nb\\u001b'",
        })
    void saysWhatFailed(String matcher, String query, String words) {
      assertThat(When.of("query: { q: " + matcher + " }").on(Asked.query(query)))
          .isEqualTo("query parameter q " + words);
    }
  }

  @Nested
  class OfJson {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "7|{\"a\":7.0}",
          "7.5|{\"a\":75e-1}",
          "'7'|{\"a\":\"7\"}",
          "true|{\"a\":true}",
          "null|{\"a\":null}",
          "present|{\"a\":null}",
          "present|{\"a\":\"\"}",
          "absent|{\"b\":1}",
          "absent|[]",
          "[1, { b: x }]|{\"a\":[1.0,{\"b\":\"x\"}]}",
          "{ equals: [] }|{\"a\":[]}",
          "{ equals: ABC, ignoreCase: true }|{\"a\":\"abc\"}",
          "{ contains: b }|{\"a\":\"abc\"}",
          "{ contains: b }|{\"a\":[\"a\",\"b\"]}",
          "{ contains: 2 }|{\"a\":[1,2.0]}",
          "{ startsWith: 4 }|{\"a\":42}",
          "{ matches: '[0-9]+' }|{\"a\":42}",
          "{ in: [1, null] }|{\"a\":null}",
          "{ gt: 5 }|{\"a\":1e999999999}",
          "{ gt: 0, lt: 1 }|{\"a\":1e-999999999}",
          "{ after: 2026-01-01 }|{\"a\":\"2026-05-01T00:00:00Z\"}",
          "{ after: 2026-01-01 }|{\"a\":1777593600}",
          "{ length: 2 }|{\"a\":[1,2]}",
          "{ length: 1 }|{\"a\":{\"x\":1}}",
          "{ length: 2 }|{\"a\":\"xy\"}",
          "{ is: string }|{\"a\":\"7\"}",
          "{ is: integer }|{\"a\":7.0}",
          "{ is: integer }|{\"a\":1e999999999}",
          "{ is: number }|{\"a\":7.5}",
          "{ is: boolean }|{\"a\":false}",
          "{ is: null }|{\"a\":null}",
          "{ is: array }|{\"a\":[]}",
          "{ is: object }|{\"a\":{}}",
          "{ equalsJson: {} }|{\"a\":{}}",
          "{ containsJson: [{ x: 1 }, 2] }|{\"a\":[2,{\"x\":1,\"y\":2},3]}",
          "{ not: 7 }|{\"a\":\"7\"}",
          "{ not: 7 }|{}",
          "{ any: [7, 8] }|{\"a\":8}",
        })
    void holds(String matcher, String body) {
      assertThat(When.of("json: { $.a: " + matcher + " }").on(Asked.json(body))).isEqualTo("holds");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "7|{\"a\":\"7\"}|to equal 7, found '7'",
          "'7'|{\"a\":7}|to equal '7', found 7",
          "true|{\"a\":\"true\"}|to equal true, found 'true'",
          "null|{}|to equal null, found nothing",
          "absent|{\"a\":null}|to be absent, found null",
          "present|{}|to be present, found nothing",
          "present|x|to be present, found a body that is not JSON",
          "present|``|to be present, found no body",
          "{ contains: 1 }|{\"a\":{\"x\":1}}|to contain 1, found {\"x\":1}",
          "{ contains: x }|{\"a\":[\"xy\"]}|to contain 'x', found [\"xy\"]",
          "{ matches: x }|{\"a\":null}|to match 'x', found null",
          "{ gt: 5 }|{\"a\":\"7\"}|to be greater than 5, found '7'",
          "{ gt: 5 }|{\"a\":5}|to be greater than 5, found 5",
          "{ length: 2 }|{\"a\":12}|to have length 2, found 12",
          "{ is: integer }|{\"a\":7.5}|to be an integer, found 7.5",
          "{ is: integer }|{\"a\":\"7\"}|to be an integer, found '7'",
          "{ is: null }|{}|to be null, found nothing",
          "{ is: object }|{\"a\":[]}|to be an object, found []",
          "{ in: [1, x] }|{\"a\":\"1\"}|to be one of 1, 'x', found '1'",
          "{ before: 2026-01-01 }|{\"a\":20250101}|to be before '2026-01-01', found 20250101",
          "{ before: 2026-01-01 }|{\"a\":1e999999999}|to be before '2026-01-01', found 1E+999999999",
        })
    void saysWhatFailed(String matcher, String body, String words) {
      assertThat(When.of("json: { $.a: " + matcher + " }").on(Asked.json(body)))
          .isEqualTo("json $.a " + words);
    }

    @Test
    void differencesInsideAreNamedByTheirPlace() {
      When equal = When.of("json: { a: [1, { b: x }] }");
      assertThat(equal.on(Asked.json("{\"a\":[1,{\"b\":\"y\"}]}")))
          .isEqualTo("json $.a[1].b to equal \"x\", found \"y\"");
      assertThat(equal.on(Asked.json("{\"a\":[1,{\"b\":\"x\",\"c\":1}]}")))
          .isEqualTo("json $.a[1].c to be absent, found 1");
      assertThat(When.of("json: { a: { containsJson: [{ b: 1 }] } }").on(Asked.json("{\"a\":[2]}")))
          .isEqualTo("json $.a to have an item that contains {\"b\":1}, found [2]");
    }

    @Test
    void ofSeveralResultsOneMustSatisfyAndUnderNotNoneMay() {
      Asked asked = Asked.json("{\"items\":[{\"sku\":\"A\"},{\"sku\":\"B\"}]}");
      assertThat(When.of("json: { '$..sku': B }").on(asked)).isEqualTo("holds");
      assertThat(When.of("json: { '$..sku': { not: B } }").on(asked))
          .isEqualTo("json $..sku not to equal 'B', found 'A', 'B'");
      assertThat(When.of("json: { '$.items[*].sku': { not: C } }").on(asked)).isEqualTo("holds");
    }
  }
}
