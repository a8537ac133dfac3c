package dev.homeport.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.homeport.diagnostic.SyntaxException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is found when the text is compiled, at its place, with what to write. */
class ProblemsTest {

  private static final KnownNames NAMES =
      new KnownNames(false, Set.of("id"), Set.of("token", "claims"));

  private static SyntaxException problem(String template, KnownNames names) {
    return catchThrowableOfType(
        SyntaxException.class, () -> Scene.COMPILER.compile(template, Escaping.NONE, names));
  }

  /** The {@code ^} marks the place and is taken out; a hint {@code -} is any or none. */
  private static void check(String marked, String message, String hint) {
    int place = marked.indexOf('^');
    String template = marked.substring(0, place) + marked.substring(place + 1);
    SyntaxException problem = problem(template, NAMES);

    assertThat(problem).as(template).isNotNull();
    assertThat(problem.getMessage()).contains(message);
    assertThat(problem.offset()).as(problem.getMessage()).isEqualTo(place);
    if (!hint.equals("-")) {
      assertThat(problem.hint()).contains(hint);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " → ",
      quoteCharacter = '`',
      textBlock =
          """
          a {{^jsn.a}} → unknown name 'jsn' → did you mean 'json'?
          a {{upper ^jsn.a}} → unknown name 'jsn' → did you mean 'json'?
          {{^id}} → unknown name 'id' → write path.id
          {{^token.a}} → unknown name 'token' → write vars.token.a
          {{path.^ids}} → unknown name 'ids' in 'path' → did you mean
          {{vars.^tokn}} → unknown name 'tokn' in 'vars' → did you mean 'token'?
          {{auth.^usr}} → unknown name 'usr' in 'auth' → did you mean 'user'?
          {{body.^name}} → 'body' is a text and has no field 'name' → write json.name
          {{method.^x}} → 'method' is a text → -
          {{parts.a.^filname}} → unknown name 'filname' of a part → did you mean 'filename'?
          {{form.items^[0]}} → a path has no brackets → write lookup form 'items[0]'
          {{form.items^[0][price]}} → a path has no brackets → write lookup form 'items[0][price]'
          {{json.items^[0].sku}} → a path has no brackets → write json.items.0.sku
          {{^message.text}} → 'message' is not available yet → -
          {{#each json}}{{^message}}{{/each}} → 'message' is not available yet → write this.message
          {{^data}} → the helper 'data' takes 1 to 2 arguments → write data
          {{^this}} → names an item → -
          {{^../x}} → names an item → -
          {{#each json}}{{../^foo}}{{/each}} → unknown name 'foo' → -
          {{#each json}}{{^../../path}}{{/each}} → names an item → -
          {{#each json}}{{#repeat 2}}{{../^foo}}{{/repeat}}{{/each}} → unknown name 'foo' → -
          {{^@indx}} → unknown name '@indx' → did you mean '@index'?
          {{this.^foo}} → unknown name 'foo' → -
          {{^toString}} → unknown name 'toString' → -
          """)
  void unknownNames(String template, String message, String hint) {
    check(template, message, hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " → ",
      quoteCharacter = '`',
      textBlock =
          """
          {{^uper 'a'}} → unknown helper 'uper' → did you mean 'upper'?
          {{upper (^loer 'a')}} → unknown helper 'loer' → did you mean 'lower'?
          {{^upper}} → takes 1 argument, found 0 → write upper
          {{^upper 'a' 'b'}} → takes 1 argument, found 2 → write upper
          {{^pick}} → takes at least 1 argument, found 0 → write pick
          {{^regex 'a'}} → takes 2 to 3 arguments, found 1 → write regex
          {{upper 'a' ^up=1}} → unknown key 'up' of the helper 'upper' → write upper
          {{now ^frmat='yyyy'}} → unknown key 'frmat' of the helper 'now' → did you mean 'format'?
          {{now zone='UTC' ^zone='UTC'}} → 'zone' is given twice → -
          {{^jwt 'a'}} → needs secret=… → write jwt
          {{^if json}} → 'if' is a block → {{#if …}}
          {{^json 'a'}} → 'json' is data → -
          {{math 1 ^'**' 2}} → unknown operator '**' → write '+'
          {{math 1 ^* 2}} → unexpected '*' → put operators in quotes
          {{json.a ^== 1}} → unexpected '=' → eq
          {{now format=^'YYYY-bb'}} → is not a date format → yyyy-MM-dd
          {{now offset=^'3 dayz'}} → '3 dayz' is not an offset → -3 days
          {{now zone=^'Europe/Berlim'}} → unknown time zone → did you mean 'Europe/Berlin'?
          {{hash 'a' alg=^'sha-257'}} → unknown algorithm 'sha-257' → did you mean
          {{hash 'a' encoding=^'hexx'}} → unknown encoding 'hexx' → did you mean 'hex'?
          {{jwt 'a' secret='s' alg=^'RS256'}} → alg 'RS256' takes no secret → leave out secret=…
          {{jwt 'a' alg=^'HS512'}} → alg 'HS512' needs secret=… → or alg='RS256'
          {{jwt 'a' alg=^'RS265'}} → unknown alg 'RS265' → did you mean 'RS256'?
          {{^jwks 'a'}} → takes 0 arguments, found 1 → write jwks
          {{jwt 'a' secret='s' alg=^'none'}} → unknown alg 'none' → HS256
          {{randomInt ^'a' 6}} → 'a' is not a number → write
          {{^randomInt 6 1}} → 6 is more than 1 → smaller number first
          {{randomText ^100001}} → more than the limit of 100000 → -
          {{padLeft 'a' ^100001}} → more than the limit of 100000 → -
          {{^range 1 100001}} → more than the limit of 100000 → -
          {{#repeat ^100001}}{{/repeat}} → more than the limit of 100000 → -
          {{#repeat ^'x'}}{{/repeat}} → 'x' is not a number → {{#repeat 3}}
          {{fake ^'person.firstNam'}} → unknown key 'person.firstNam' → did you mean 'person.firstName'?
          {{fake ^'persn.firstName'}} → unknown key 'persn.firstName' → did you mean 'person.firstName'?
          {{fake 'person.firstName' locale=^'dee'}} → unknown locale 'dee' → did you mean
          {{fake ^'name.getClass'}} → unknown key → -
          {{fake ^'options.option'}} → unknown key → -
          """)
  void helpersAndTheirArguments(String template, String message, String hint) {
    check(template, message, hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " → ",
      quoteCharacter = '`',
      textBlock =
          """
          a ^{{json → {{ is not closed → write }}
          a ^{{ }} → an expression is missing → name some data
          {{upper ^'a}} → the quote ' is not closed → -
          {{upper ^(lower 'a'}} → '(' is not closed → -
          {{upper ^()}} → '(' must be followed by a helper → write
          {{upper 'a'^)}} → unexpected ')' → -
          {{{json^}} → {{{ is closed by three braces → write }}}
          {{^json.}} → ends with '.' → -
          {{number ^007}} → '007' is not a number → put quotes
          ^{{! a comment → the comment is not closed → }}
          ^{{!-- a comment }} → the comment is not closed → --}}
          x ^{{#if json}} → {{#if}} is not closed → write {{/if}}
          {{#if json}}^{{/each}} → stands where {{#if}} is to be closed → write {{/if}}
          {{#each json}}{{#if this}}^{{/each}} → stands where {{#if}} is to be closed → write {{/if}}
          ^{{/if}} → closes nothing → -
          ^{{else}} → outside of a block → between
          {{#if json}}{{else}}^{{else}}{{/if}} → has an {{else}} already → -
          {{#if json}}{{else}}^{{else if json}}{{/if}} → has an {{else}} already → -
          {{#^items}}{{/items}} → unknown block '#items' → write {{#each
          {{#^json.items}}{{/json.items}} → unknown block '#json.items' → write {{#each json.items}}
          {{#^fi json}}{{/fi}} → unknown block '#fi' → -
          {{#^if}}{{/if}} → #if takes one argument, found 0 → write {{#if json.ok}}
          {{#^if eq 1 2}}{{/if}} → #if takes one argument → with parentheses
          {{#if json as |^x|}}{{/if}} → has no name for 'x' → -
          {{#each json as |a b ^c|}}{{/each}} → has no name for 'c' → as |item index|
          {{#each json ^max=3}}{{/each}} → unknown key 'max' of #each → write {{#each
          """)
  void brokenTags(String template, String message, String hint) {
    check(template, message, hint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{> header}}",
        "{{#> layout}}{{/layout}}",
        "{{#*inline 'a'}}{{/inline}}",
        "{{* decorator}}",
        "{{{{raw}}}}a{{{{/raw}}}}",
        "{{=<% %>=}}",
        "{{log 'a'}}",
        "{{i18n 'a'}}",
        "{{block 'a'}}",
        "{{precompile 'a'}}",
        "{{embedded 'a'}}",
        "{{partial 'a'}}",
        "{{log}}",
        "{{#block 'a'}}{{/block}}",
        "{{^json}}a{{/json}}"
      })
  void whatHandlebarsRendersAsSilentNothingIsRefused(String template) {
    assertThat(problem(template, NAMES)).isNotNull();
  }

  @Test
  void nestingIsBounded() {
    String parentheses = "{{upper " + "(upper ".repeat(5000) + "'a'" + ")".repeat(5000) + "}}";
    String blocks = "{{#if json}}".repeat(5000) + "{{/if}}".repeat(5000);

    assertThat(problem(parentheses, NAMES).getMessage()).contains("nested deeper than 50");
    assertThat(problem(blocks, NAMES).getMessage()).contains("nested deeper than 50");
  }

  @Test
  void namesThatAreNotKnownAreLeftAlone() {
    assertThat(problem("{{path.anything}}{{vars.anything}}", KnownNames.any())).isNull();
  }

  @Test
  void patternsAndPathsWrittenOutAreChecked() {
    assertThat(problem("{{regex 'a' '('}}", NAMES).offset()).isEqualTo(12);
    assertThat(problem("{{jsonPath body '$.a['}}", NAMES).offset()).isEqualTo(16);
    assertThat(problem("{{xPath body '//a['}}", NAMES).offset()).isEqualTo(13);
  }
}
