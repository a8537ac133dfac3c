package dev.homeport.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlocksTest {

  private static final Scene SCENE =
      Scene.json(
              """
              {"items":[{"sku":"A","method":"own","host":"h1","uuid":"u1","tags":["x","y"]},
                        {"sku":"B","message":"hi","nil":null}],
               "none":[],"name":"Ada","address":{"city":"Rome","zip":{"code":1}}}
              """)
          .header("X-One", "1")
          .path("id", "7");

  @ParameterizedTest
  @CsvSource(
      delimiterString = " → ",
      quoteCharacter = '`',
      textBlock =
          """
          {{#if json.name}}yes{{else}}no{{/if}} → yes
          {{#if json.none}}yes{{else}}no{{/if}} → no
          {{#if json.x}}yes{{/if}}. → .
          {{#unless json.x}}yes{{else}}no{{/unless}} → yes
          {{#if json.x}}a{{else if json.none}}b{{else if json.name}}c{{else}}d{{/if}} → c
          {{#if json.x}}a{{else if json.none}}b{{else}}d{{/if}} → d
          {{#if json.x}}a{{else unless json.none}}b{{/if}} → b
          {{#if (eq json.name 'Ada')}}hello{{^}}bye{{/if}} → hello
          {{#each json.items}}{{sku}},{{/each}} → A,B,
          {{#each json.items}}{{this.sku}}{{#unless @last}}-{{/unless}}{{/each}} → A-B
          {{#each json.items}}{{@index}}{{@number}}{{@first}}{{@last}} {{/each}}. → 01truefalse 12falsetrue .
          {{#each json.address}}{{@key}}={{this}};{{/each}} → city=Rome;zip={"code":1};
          {{#each json.none}}x{{else}}empty{{/each}} → empty
          {{#each json.x}}x{{else}}empty{{/each}} → empty
          {{#each headers.x-one}}<{{this}}>{{/each}} → <1>
          {{#each json.items as |item i|}}{{i}}{{item.sku}}{{/each}} → 0A1B
          {{#each json.address as |v k|}}{{k}},{{/each}} → city,zip,
          {{#each json.items}}{{#each tags}}{{../sku}}{{this}}{{@index}}{{@../index}} {{/each}}{{/each}}. → Ax00 Ay10 .
          {{#each json.items as |item|}}{{#each item.tags as |tag|}}{{item.sku}}{{tag}} {{/each}}{{/each}}. → Ax Ay .
          {{#with json.address}}{{city}} {{zip.code}} {{../path.id}}{{/with}} → Rome 1 7
          {{#with json.x}}a{{else}}b{{/with}} → b
          {{#with json.address as |a|}}{{a.city}}{{/with}} → Rome
          {{#repeat 3}}{{@number}}{{/repeat}} → 123
          {{#repeat 0}}x{{else}}none{{/repeat}} → none
          {{#repeat (size json.items)}}x{{/repeat}} → xx
          {{#each json.items}}{{#repeat 2}}{{sku}}{{this.sku}}{{@index}} {{/repeat}}{{/each}}. → AA0 AA1 BB0 BB1 .
          {{#each json.items}}{{#if sku}}{{sku}}{{/if}}{{/each}} → AB
          {{#each (range 1 3)}}{{.}}{{/each}} → 123
          {{#each (range 1 3)}}{{math this '*' 2}} {{/each}}. → 2 4 6 .
          """)
  void chooseAndRepeat(String template, String text) {
    assertThat(SCENE.text(template)).isEqualTo(text);
  }

  @Nested
  class InsideOfItems {

    @Test
    void theWordsOfTheRequestWinOverFields() {
      assertThat(SCENE.text("{{#each json.items}}{{method}},{{this.method}} {{/each}}"))
          .isEqualTo("POST,own POST, ");
      assertThat(SCENE.text("{{#each json.items}}{{path.id}}{{/each}}")).isEqualTo("77");
    }

    @Test
    void fieldsWinOverHelpers() {
      assertThat(SCENE.text("{{#each json.items}}{{uuid}} {{/each}}")).matches("u1 [0-9a-f-]{36} ");
      assertThat(SCENE.text("{{#each json.items}}{{size}}{{/each}}")).isEmpty();
    }

    @Test
    void aMissingFieldIsNotSoughtOutside() {
      assertThat(
              SCENE.text(
                  "{{#with json}}{{#with address}}{{name}}{{../name}}{{../../path.id}}{{/with}}{{/with}}"))
          .isEqualTo("Ada7");
    }

    @Test
    void aNullFieldIsNothing() {
      assertThat(SCENE.text("{{#each json.items}}{{nil}}{{/each}}")).isEmpty();
    }
  }

  @Test
  void aRandomCountLiesBetweenItsBounds() {
    for (int seed = 0; seed < 50; seed++) {
      assertThat(Scene.get("/").seed(seed).text("{{#repeat 2 5}}x{{/repeat}}")).matches("x{2,5}");
    }
  }

  @Nested
  class WhiteSpace {

    @ParameterizedTest
    @CsvSource(
        delimiterString = " → ",
        quoteCharacter = '`',
        textBlock =
            """
            a\\n  {{#if true}}\\n  b\\n  {{/if}}\\nc → a\\n  b\\nc
            {{#if false}}\\na\\n{{else if true}}\\nb\\n{{else}}\\nc\\n{{/if}}\\n → b\\n
            {{#each (range 1 2)}}\\n- {{this}}\\n{{/each}}\\n → - 1\\n- 2\\n
            a\\n{{! a comment }}\\nb → a\\nb
            a {{!-- with }} braces --}} b → a  b
            a {{~! comment ~}} b → ab
            a  {{~ 'x' ~}}  b → axb
            a  {{~#if true}} b {{/if~}}  c → a b c
            {{#if true~}} b {{~else}} c {{/if}} → b
            a{{#if true}} b {{/if}}\\nc → a b \\nc
            {{#if true}}{{#if true}}\\nx{{/if}}{{/if}} → \\nx
            a\\r\\n{{#if true}}\\r\\nb\\r\\n{{/if}}\\r\\nc → a\\r\\nb\\r\\nc
            """)
    void standsAsInHandlebars(String template, String text) {
      assertThat(SCENE.text(lines(template))).isEqualTo(lines(text));
    }

    private String lines(String text) {
      return text.replace("\\n", "\n").replace("\\r", "\r");
    }
  }

  @Nested
  class Braces {

    @ParameterizedTest
    @CsvSource(
        delimiterString = " → ",
        quoteCharacter = '`',
        textBlock =
            """
            {"a":{{path.id}}} → {"a":7}
            {"a":{"b":{{path.id}}}} → {"a":{"b":7}}
            {"a":{{#if true}}1{{/if}}} → {"a":1}
            {{{#if true}}"a":1{{/if}}} → {"a":1}
            {"a":[{{#each json.items}}{"s":"{{sku}}"}{{#unless @last}},{{/unless}}{{/each}}]} → {"a":[{"s":"A"},{"s":"B"}]}
            \\{{path.id}} → {{path.id}}
            \\{{a}} {{path.id}} → {{a}} 7
            \\\\{{path.id}} → \\7
            a\\b{{path.id}} → a\\b7
            {{{path.id}}} → 7
            {{&path.id}} → 7
            { {{path.id}} } → { 7 }
            {{#if true}}{ {{/if}}\\{{#if true}}} → { {{#if true}}}
            {{#if true}}\\{{v 0}}{{/if}} → {{v 0}}
            """)
    void ofJsonStandBesideThoseOfTags(String template, String text) {
      assertThat(SCENE.text(template)).isEqualTo(text);
    }
  }
}
