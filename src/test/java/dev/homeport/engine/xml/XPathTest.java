package dev.homeport.engine.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.homeport.diagnostic.SyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

class XPathTest {

  private static final String ORDERS =
      """
      <s:orders xmlns:s="urn:shop" xmlns="urn:other" xml:lang="en">
        <s:order id="7" s:kind="big"><item>pen</item><item>ink</item><and>x</and></s:order>
        <order id="8"><item>cup</item><total>2.50</total></order>
      </s:orders>
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "//order/@id|7,8",
        "/orders/order[1]/item|pen,ink",
        "//order[item='cup']/total|2.50",
        "//order[@kind='big']/item[2]|ink",
        "//item[last()]|ink,cup",
        "count(//item)|3",
        "count(//order) * 2|4",
        "count(//order)*2|4",
        "//*[@id='8']/item|cup",
        "//order/*[1]|pen,cup",
        "sum(//total) div 2|1.25",
        "//order[@id > 6 and @id < 8]/item[1]|pen",
        "//order[and]/@id|7",
        "//order/and|x",
        "//item[. = 'pen' or .='cup']|pen,cup",
        "//order[position() mod 2 = 0]/@id|8",
        "/child::orders/descendant::item[1]|pen",
        "//item/parent::order/@id|7,8",
        "//item[1]/../@id|7,8",
        "//order[1]/following-sibling::*/@id|8",
        "//total/text()|2.50",
        "string(//total)|2.50",
        "//missing|``",
        "boolean(//missing)|false",
        "concat('a', //total)|a2.50",
        "//order[not(total)]/@id|7",
        "//order[contains(item, 'p')]/@id|7,8",
        "//order/attribute::id|7,8",
        "-1|-1",
        "1 div 0|Infinity",
        "//@lang|en",
        "//order[item != 'pen' ]/@id|7,8",
        "local-name(/*)|orders",
      })
  void aNameMatchesAnyNamespace(String path, String values) throws Exception {
    assertThat(String.join(",", XPath.compile(path).read(document(ORDERS)))).isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "//s:order|2|prefixes cannot be bound (write the name without 's:')",
        "//order[@xml:lang]|9|prefixes cannot be bound",
        "//a/p:*|4|prefixes cannot be bound",
        "$x|0|variables cannot be bound",
        "//a['x]|4|the quote is not closed",
        "//a[|0|is not an XPath",
        "count(//a|0|is not an XPath",
        "//a/|0|is not an XPath",
        "a b|0|is not an XPath",
        "foo()|0|could not find function: foo",
        "document('file:///etc/passwd')|0|could not find function",
        "``|0|is not an XPath",
      })
  void nonsenseIsRefused(String path, int offset, String words) {
    SyntaxException error = catchThrowableOfType(SyntaxException.class, () -> XPath.compile(path));
    assertThat(error).as(path).isNotNull();
    assertThat(error.getMessage()).contains(words);
    assertThat(error.offset()).isEqualTo(offset);
  }

  @Test
  void unionsComeInDocumentOrder() throws Exception {
    assertThat(XPath.compile("//order[2]/item | //order[1]/and").read(document(ORDERS)))
        .containsExactly("x", "cup");
  }

  @Test
  void manyThreadsShareOneExpression() throws Exception {
    XPath path = XPath.compile("//order[item='cup']/@id");
    var threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<String>>> answers =
          IntStream.range(0, 400)
              .mapToObj(i -> threads.submit(() -> path.read(document(ORDERS))))
              .toList();
      for (Future<List<String>> answer : answers) {
        assertThat(answer.get()).containsExactly("8");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void expressionsAreEqualWhenWrittenAlike() throws Exception {
    assertThat(XPath.compile("//a")).isEqualTo(XPath.compile("//a")).hasToString("//a");
  }

  private static Document document(String text) {
    return Objects.requireNonNull(Xml.parse(text));
  }
}
