package dev.homeport.engine.json;

import static dev.homeport.engine.json.JsonTest.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.homeport.diagnostic.SyntaxException;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class JsonSchemaTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"integer\"}|1.0|``|``",
        "{\"type\":\"integer\"}|\"7\"|$|string found, integer expected",
        "{\"required\":[\"a\"]}|{}|$|required property 'a' not found",
        "{\"properties\":{\"a b\":{\"minimum\":5}}}|{\"a b\":3}|$['a b']|must have a minimum value of 5",
        "{\"items\":{\"pattern\":\"^x+$\"}}|[\"x\",\"y\"]|$[1]|does not match the regex pattern ^x+$",
        "{\"format\":\"email\"}|\"no\"|$|does not match the email pattern must be a valid RFC 5321 Mailbox",
        "{\"multipleOf\":3}|1e999999999|$|an exponent too large to check",
        "{\"items\":{\"multipleOf\":3}}|[{\"a\":1e-999999999}]|$[0].a|an exponent too large to check",
        "{\"$schema\":\"http://json-schema.org/draft-04/schema#\",\"maximum\":3,\"exclusiveMaximum\":true}|3|$|must have a maximum value of 3",
        "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"string\"}|\"a\"|``|``",
        "{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"type\":\"string\"}}}|1|$|integer found, string expected",
        "{\"$ref\":\"item.json\"}|\"x\"|$|string found, integer expected",
        "{\"$ref\":\"../top.json\"}|\"x\"|$|string found, boolean expected",
        "{\"$ref\":\"my%20item.json\"}|\"x\"|$|string found, array expected",
        "{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}|{\"type\":7}|$.type|does not have a value in the enumeration [\"array\", \"boolean\", \"integer\", \"null\", \"number\", \"object\", \"string\"]",
        "true|1|``|``",
      })
  void theFirstErrorIsNamed(String schema, String value, String path, String message)
      throws Exception {
    SchemaError error = compile(schema).firstError(parse(value));
    if (path.isEmpty()) {
      assertThat(error).isNull();
    } else {
      assertThat(error).extracting("path", "message").containsExactly(path, message);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"strng\"}|the schema is wrong at $.type: ",
        "{\"minimum\":\"5\"}|the schema is wrong at $.minimum: string found, number expected",
        "3|a JSON Schema is an object, found 3",
        "{\"pattern\":\"[\"}|not a pattern: [",
        "{\"items\":{\"patternProperties\":{\"[\":{}}}}|not a pattern: [",
        "{\"$ref\":\"missing.json\"}|refers to 'd/missing.json', which is not JSON in the mocks folder",
        "{\"properties\":{\"x\":{\"$ref\":\"https://example.com/x.json\"}}}|refers to 'https://example.com/x.json', which is not",
        "{\"$ref\":\"file:///etc/passwd\"}|refers to 'file:///etc/passwd', which is not",
        "{\"$ref\":\"classpath:com/networknt/x\"}|refers to 'classpath:com/networknt/x', which is not",
        "{\"$ref\":\"https://json-schema.org/draft/none\"}|refers to 'https://json-schema.org/draft/none', which is not",
        "{\"$ref\":\"#/$defs/none\"}|cannot be resolved",
        "{\"$ref\":\"#\"}|refers to itself without end",
        "{\"$schema\":\"https://example.com/own\"}|unknown $schema",
      })
  void whatIsNoSchemaIsRefused(String schema, String words) {
    SyntaxException error = catchThrowableOfType(SyntaxException.class, () -> compile(schema));
    assertThat(error).as(schema).isNotNull();
    assertThat(error.getMessage()).contains(words);
  }

  @Test
  void dataIsNotTakenForASchema() throws Exception {
    assertThat(compile("{\"const\":{\"pattern\":\"[\"}}").firstError(parse("{\"pattern\":\"[\"}")))
        .isNull();
  }

  @Test
  void schemasAreEqualByPlaceAndContent() throws Exception {
    assertThat(compile("{\"type\":\"string\"}"))
        .isEqualTo(compile("{\"type\":\"string\"}"))
        .isNotEqualTo(compile("{\"type\":\"number\"}"));
  }

  private static JsonSchema compile(String schema) throws SyntaxException {
    Map<String, JsonNode> files =
        Map.of(
            "d/item.json", parse("{\"type\":\"integer\"}"),
            "top.json", parse("{\"type\":\"boolean\"}"),
            "d/my item.json", parse("{\"type\":\"array\"}"));
    return JsonSchema.compile(
        parse(schema),
        "d/order.json",
        new SchemaSurroundings() {
          @Override
          public @Nullable JsonNode file(String path) {
            return files.get(path);
          }

          @Override
          public Predicate<String> pattern(String expression) throws SyntaxException {
            try {
              return Pattern.compile(expression).asPredicate();
            } catch (PatternSyntaxException e) {
              throw new SyntaxException("not a pattern: " + expression);
            }
          }
        });
  }
}
