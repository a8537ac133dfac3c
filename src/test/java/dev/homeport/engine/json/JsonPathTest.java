package dev.homeport.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.homeport.diagnostic.SyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class JsonPathTest {

  private static final JsonNode DOCUMENT =
      JsonTest.parse(
          """
          {"a":null,"b":[{"x":1,"t":"q"},{"x":null},{"y":2.50}],"c":{"x":3,"z":4},"n":[3,1,2],
           "o o":{"d.e":5},"it's":6,"e":[],"s":"héllo"}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$.a|[null]",
        "$.zz|[]",
        "$.a.x|[]",
        "$.b.x|[]",
        "$.n[0]|[3]",
        "$.n[-1]|[2]",
        "$.n[3]|[]",
        "$.n[-4]|[]",
        "$.c[0]|[]",
        "$['o o']['d.e']|[5]",
        "$[\"o o\"][ 'd.e' ]|[5]",
        "$['it\\'s']|[6]",
        "$.b[*].x|[1,null]",
        "$..x|[1,null,3]",
        "$.c.*|[3,4]",
        "$.c['x','z','q']|[3,4]",
        "$.n[0, -1]|[3,2]",
        "$.n[0:2]|[3,1]",
        "$.n[-2:]|[1,2]",
        "$.n[:-1]|[3,1]",
        "$.n[::2]|[3,2]",
        "$.n[1:99:1]|[1,2]",
        "$..[0]|[{\"x\":1,\"t\":\"q\"},3]",
        "$..['x']|[1,null,3]",
        "$.b[?(@.x==1)].t|[\"q\"]",
        "$.b[?(@.x == 1.0)].t|[\"q\"]",
        "$.b[?(@.y==2.5)]|[{\"y\":2.50}]",
        "$.b[?(@.t=='q' && @.x<2)].x|[1]",
        "$.b[?(@.t == ']')]|[]",
        "$.b[?(@.t in ['q','r'])].x|[1]",
        "$.b[?@.t].x|[1]",
        "$.b[?(!@.x)]|[{\"y\":2.50}]",
        "$.n[?(@ > 1)]|[3,2]",
        "$.b[?(@.x == $.n[1])].t|[\"q\"]",
        "$..[?(@.t)].x|[1]",
        "$.n.length()|[3]",
        "$.c.length()|[2]",
        "$.s.length()|[5]",
        "$.a.length()|[]",
        "$.zz.length()|[]",
        "$.n.max()|[3]",
        "$.n.min()|[1]",
        "$.n.sum()|[6]",
        "$.n.avg()|[2]",
        "$.e.max()|[]",
        "$..x.length()|[3]",
      })
  void findsWhatIsThere(String path, String found) throws Exception {
    assertThat(Json.write(JsonPath.compile(path).read(DOCUMENT))).isEqualTo(found);
  }

  @Test
  void theRootIsTheDocument() throws Exception {
    assertThat(JsonPath.compile("$").read(DOCUMENT)).containsExactly(DOCUMENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a|0|must begin with $",
        "``|0|must begin with $",
        "$a|1|expected . or [",
        "$.|2|a name is missing",
        "$.a.|4|a name is missing",
        "$..|3|a name is missing",
        "$..*|3|'..' needs a name",
        "$...a|3|a name is missing",
        "$.a[|3|the bracket is not closed",
        "$.a[0|3|the bracket is not closed",
        "$.a['x|4|the quote is not closed",
        "$.a[]|4|expected a position",
        "$.a[b]|4|expected a position",
        "$.a[1.5]|5|expected ]",
        "$.a[0]x|6|expected . or [",
        "$.a[1:2:0]|9|step of a slice",
        "$.a[99999999999]|4|expected a position",
        "$.o o|3|['in brackets']",
        "$.a[?(@.x)|3|the bracket is not closed",
        "$.a[?]|5|the filter is empty",
        "$.a[?()]|5|not a JSONPath filter",
        "$.a[?(@.x == )]|5|not a JSONPath filter",
        "$.a[?(@.x = 1)]|5|not a JSONPath filter",
        "$.a[?(@.x =~ /q/)]|10|use the matcher 'matches'",
        "$.a.keys()|4|unknown function 'keys()'",
        "$.a.length().b|12|nothing may follow",
        "$.a[(@.length-1)]|4|expected a position",
      })
  void nonsenseIsRefusedAtItsPlace(String path, int offset, String words) {
    SyntaxException error =
        catchThrowableOfType(SyntaxException.class, () -> JsonPath.compile(path));
    assertThat(error).as(path).isNotNull();
    assertThat(error.getMessage()).contains(words);
    assertThat(error.offset()).isEqualTo(offset);
  }

  @Test
  void alternativesInAFilterMayBeGrouped() throws Exception {
    assertThat(Json.write(JsonPath.compile("$.b[?((@.x == 1) || (@.y))].y").read(DOCUMENT)))
        .isEqualTo("[2.50]");
    assertThat(JsonPath.compile("$.b[?((@.x == 1) || (@.y))]").read(DOCUMENT)).hasSize(2);
  }

  @Test
  void hugeExponentsDoNotFillTheMemory() throws Exception {
    JsonNode huge = JsonTest.parse("[1e999999999, 1, 1e-999999999]");
    assertThat(Json.write(JsonPath.compile("$.max()").read(huge))).isEqualTo("[1E+999999999]");
    assertThat(JsonPath.compile("$.sum()").read(huge)).hasSize(1);
    assertThat(JsonPath.compile("$.avg()").read(huge)).hasSize(1);
    assertThat(JsonPath.compile("$[?(@ > 5)]").read(huge)).hasSize(1);
  }

  @Test
  void pathsAreEqualWhenWrittenAlike() throws Exception {
    assertThat(JsonPath.compile("$.b[?(@.x)]"))
        .isEqualTo(JsonPath.compile("$.b[?(@.x)]"))
        .hasSameHashCodeAs(JsonPath.compile("$.b[?(@.x)]"))
        .isNotEqualTo(JsonPath.compile("$.b"))
        .hasToString("$.b[?(@.x)]");
  }
}
