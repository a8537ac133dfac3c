package dev.homeport.definition.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake in {@code when}: its place, what was found and what to write. */
class ConditionProblemTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[a]|1:1: when: expected a mapping of conditions, found a list",
        "{}|1:1: when is empty (leave it out, then it always holds)",
        "{ header: { A: b } }|1:3: unknown condition 'header' in when (did you mean 'headers'?)",
        "{ qeury: { A: b } }|1:3: unknown condition 'qeury' in when (did you mean 'query'?)",
        "{ contains: b }|1:3: unknown condition 'contains' in when (an operator stands below what it looks at)",
        "{ state: full }|1:10: state: expected a mapping of names to values, found the text 'full'",
        "{ data: { users: {} } }|1:11: data: unknown collection 'users'",
        "{ not: { qery: 1 } }|1:10: unknown condition 'qery' in not (did you mean 'query'?)",
        "{ path: { nr: 1 } }|1:11: the path has no variable 'nr' (known: id)",
        "{ path: { i: 1 } }|1:11: the path has no variable 'i'",
        "{ path: { id: [1] } }|1:15: path.id: expected a value or operators, found a list (write in)",
        "{ query: page }|1:10: query: expected a mapping of names to values, found the text 'page'",
        "{ query: { debug, page: 2 } }|1:17: query.debug has no value (write present or absent)",
        "{ query: { a: null } }|1:15: query.a: only JSON can be null (write absent, or \"null\" for the text)",
        "{ json: { a: } }|1:13: json.a has no value (write present, absent or null)",
        "{ headers: { A: { contain: b } } }|1:19: 'contain' is no operator, in headers.A (did you mean 'contains'?)",
        "{ headers: { A: { present: true } } }|1:19: 'present' is no operator, in headers.A (write A: present)",
        "{ headers: { A: {} } }|1:17: headers.A: expected an operator (for example contains: text)",
        "{ headers: { A: { ignoreCase: true } } }|1:17: headers.A: expected an operator (for example contains: text)",
        "{ headers: { A: { equals: b, ignoreCase: yes } } }|1:42: headers.A.ignoreCase: expected true or false, found the text 'yes'",
        "{ headers: { A: { equals: [b] } } }|1:27: headers.A.equals: expected a single value, found a list",
        "{ headers: { A: { contains: } } }|1:28: headers.A.contains has no value",
        "{ headers: { A: { matches: '[a' } } }|1:30: '[a' is not a regular expression: unclosed character class",
        "{ headers: { A: { matches: 'ab(' } } }|1:32: 'ab(' is not a regular expression: unclosed group",
        "{ headers: { A: { in: b } } }|1:23: headers.A.in: expected a list of values, found the text 'b'",
        "{ headers: { A: { in: [] } } }|1:23: headers.A.in: expected a list of values, found an empty list",
        "{ headers: { A: { in: [[1]] } } }|1:24: headers.A.in: expected a single value, found a list",
        "{ headers: { A: { gt: ten } } }|1:23: headers.A.gt: expected a number, found the text 'ten'",
        "{ headers: { A: { gt: 1MB } } }|1:23: headers.A.gt: expected a number, found the text '1MB'",
        "{ headers: { A: { before: soon } } }|1:27: headers.A.before: expected a date, found the text 'soon' (write 2026-05-01, 2026-05-01T10:00:00Z or \"now -3 days\")",
        "{ headers: { A: { after: now -3 } } }|1:26: headers.A.after: expected a date, found the text 'now -3' (write 2026-05-01, 2026-05-01T10:00:00Z or \"now -3 days\")",
        "{ headers: { A: { length: abc } } }|1:27: headers.A.length: expected a number, found the text 'abc'",
        "{ headers: { A: { length: present } } }|1:27: headers.A.length: expected a number, found the text 'present'",
        "{ headers: { A: { length: { contains: 1 } } } }|1:29: 'contains' cannot be asked of a number, in headers.A.length",
        "{ headers: { A: { is: object } } }|1:23: headers.A.is: 'object' is not one of string, number, integer, boolean",
        "{ json: { a: { is: strng } } }|1:20: json.a.is: 'strng' is not one of string, number, integer, boolean, null, array, object (did you mean 'string'?)",
        "{ headers: { A: { any: b } } }|1:24: headers.A.any: expected a list of matchers, found the text 'b'",
        "{ headers: { A: { not: { contain: b } } } }|1:26: 'contain' is no operator, in headers.A.not (did you mean 'contains'?)",
        "{ json: { address: { city: x } } }|1:22: 'city' is no operator, in json.address (for a member below write address.city)",
        "{ json: { $.a: { b: 1 } } }|1:18: 'b' is no operator, in json.$.a (for a member below write $.a.b)",
        "{ json: { a: {} } }|1:14: json.a: expected an operator (write equalsJson: {} for an empty object)",
        "{ json: [1] }|1:9: json: expected a mapping of JSONPath to value, found a list",
        "{ json: { a: { contains: [1] } } }|1:26: json.a.contains: expected a single value, found a list (write containsJson)",
        "{ json: { '$..sku': [A] } }|1:21: json.$..sku: expected a value or operators, found a list (the path may find several: write equalsJson or in)",
        "{ json: { 'a[': 1 } }|1:13: '$.a[' is not a JSONPath: the bracket is not closed",
        "{ json: { 'first name': 1 } }|1:17: '$.first name' is not a JSONPath: a name with ' ' is written ['in brackets']",
        "{ json: { '$..*': 1 } }|1:15: '$..*' is not a JSONPath: '..' needs a name or a bracket after it",
        "{ equalsJson: { a: } }|1:19: nothing stands here (write a value, null or '')",
        "{ xml: { //a: } }|1:14: xml.//a has no value (write present or absent)",
        "{ xml: { '//s:a': 1 } }|1:13: '//s:a' is not an XPath: prefixes cannot be bound (write the name without 's:')",
        "{ xml: { '//a[': 1 } }|1:11: '//a[' is not an XPath: a location path was expected, but the end of the XPath expression was found instead",
        "{ equalsXml: '<a>' }|1:14: equalsXml: the text is not well-formed XML, or has a doctype",
        "{ equalsXml: { a: 1 } }|1:14: equalsXml: expected XML as a text, found a mapping",
        "{ schema: none.json }|1:11: schema: no file 'none.json' (paths are relative to the folder of a.yaml)",
        "{ schema: 3 }|1:11: schema: expected a file such as order.schema.json, or a schema in place, found the number 3",
        "{ schema: { type: strng } }|1:11: schema: the schema is wrong at $.type: does not have a value in the enumeration [\"array\", \"boolean\", \"integer\", \"null\", \"number\", \"object\", \"string\"]",
        "{ schema: { $ref: 'https://example.com/x.json' } }|1:11: schema: the schema refers to 'https://example.com/x.json', which is not JSON in the mocks folder (schemas are never fetched)",
        "{ parts: { a: { mediatype: x } } }|1:17: unknown key 'mediatype' in parts.a (did you mean 'mediaType'?)",
        "{ parts: { a: { contains: x } } }|1:17: unknown key 'contains' in parts.a (an operator stands below what it looks at: text: { contains: … })",
        "{ parts: { a: { size: { lt: 1XB } } } }|1:29: parts.a.size.lt: expected a size such as 500, 20kB, 1MB or 1MiB, found the text '1XB'",
        "{ parts: { a: { size: { contains: 1 } } } }|1:25: 'contains' cannot be asked of a number, in parts.a.size",
        "{ parts: a }|1:10: parts: expected a mapping of names to parts, found the text 'a'",
        "{ graphql: { name: A } }|1:14: unknown key 'name' in graphql (known: field, operation, variables)",
        "{ graphql: A }|1:12: graphql: expected { operation: …, field: …, variables: { … } }, found the text 'A'",
        "{ auth: none }|1:9: auth: expected { basic: … }, { bearer: … }, present or absent, found the text 'none'",
        "{ auth: { Basic: { user: a } } }|1:11: unknown key 'Basic' in auth (did you mean 'basic'?)",
        "{ auth: { basic: ada } }|1:18: auth.basic: expected { user: …, password: … }, present or absent, found the text 'ada'",
        "{ auth: { basic: { username: a } } }|1:20: unknown key 'username' in auth.basic (known: password, user)",
        "{ client: localhost }|1:11: client: expected an address such as 127.0.0.1, loopback, or a list of them, found the text 'localhost'",
        "{ client: 300.1.1.1 }|1:11: client: expected an address such as 127.0.0.1, loopback, or a list of them, found the text '300.1.1.1'",
        "{ client: [] }|1:11: client: the list is empty",
        "{ call: 0 }|1:9: call: expected numbers of calls, found the number 0 (write 3, 1..2, 3.. or { every: 3 }; the first call is 1)",
        "{ call: 3..1 }|1:9: call: expected numbers of calls, found the text '3..1' (write 3, 1..2, 3.. or { every: 3 }; the first call is 1)",
        "{ call: .. }|1:9: call: expected numbers of calls, found the text '..' (write 3, 1..2, 3.. or { every: 3 }; the first call is 1)",
        "{ call: { every: 0 } }|1:18: call.every: expected a number from 1, found the number 0",
        "{ call: { each: 2 } }|1:11: unknown key 'each' in call (known: every)",
        "{ test: true }|1:9: test: expected a template, found true (for example \"{{gt (size json.items) 3}}\")",
        "{ query: { a: '{{pth.id}}' } }|1:18: unknown name 'pth' (did you mean 'path'?)",
        "{ query: { a: { gt: '{{number path.id}' } } }|1:38: unexpected '}' in a template",
        "{ json: { a: { matches: '{{nohelper 1}}' } } }|1:28: unknown helper 'nohelper'",
        "{ equalsJson: { a: '{{path.nr}}' } }|1:28: unknown name 'nr' in 'path' (known: id)",
        "{ test: '{{gt 1 2' }|1:10: {{ is not closed",
        "{ any: { query: { a: 1 } } }|1:8: any: expected a list of conditions, each a mapping, found a mapping",
        "{ all: [] }|1:8: all: expected a list of conditions, each a mapping, found an empty list",
        "{ any: [a] }|1:9: any: expected a mapping of conditions, found the text 'a'",
      })
  void isReported(String when, String problem) {
    assertThat(When.of(when).problems()).hasSize(1).first().asString().startsWith(problem);
  }

  @Test
  void allMistakesAreReportedAtOnce() {
    assertThat(
            When.of("{ query: { a: { gt: x, contain: y } }, headrs: {}, json: { 'a[': 1 } }")
                .problems())
        .hasSize(4);
  }

  @Test
  void schemasStayInTheFolder(@TempDir Path temporary) throws Exception {
    Path outside = temporary.toRealPath();
    Path folder = Files.createDirectory(outside.resolve("mocks"));
    Files.writeString(outside.resolve("out.json"), "{}");
    Files.writeString(folder.resolve("text.json"), "hello");
    Files.createSymbolicLink(folder.resolve("link.json"), outside.resolve("out.json"));
    Files.writeString(folder.resolve("ref.json"), "{\"$ref\":\"link.json\"}");
    assertThat(problem("../out.json", folder))
        .contains("'../out.json' is outside of the mocks folder");
    assertThat(problem("link.json", folder)).contains("'link.json' is outside of the mocks folder");
    assertThat(problem("text.json", folder)).contains("'text.json' is not JSON");
    assertThat(problem(".", folder)).contains("'.' is not a file");
    assertThat(problem("ref.json", folder)).contains("refers to 'link.json', which is not JSON");
    assertThat(problem(outside.resolve("out.json").toString(), folder)).contains("outside");
  }

  private static String problem(String schema, Path folder) {
    return String.join(" ", When.of("schema: '" + schema + "'", folder, Set.of()).problems());
  }
}
