package dev.homeport.engine.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

class XmlEqualityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a/>|<a></a>",
        "<a><b/><c/></a>|<a> <b/> <!-- x --> <c/> </a>",
        "<a>x</a>|<a>x<!-- y --></a>",
        "<a>xy</a>|<a>x<!-- y -->y</a>",
        "<a>x</a>|<a><![CDATA[x]]></a>",
        "<a x='1' y='2'/>|<a y='2' x='1'/>",
        "<p:a xmlns:p='urn:x'/>|<a xmlns='urn:x'/>",
        "<a/>|<?xml version='1.0' encoding='UTF-8' standalone='yes'?><a/>",
        "<!-- top --><a/>|<a/>",
      })
  void theseSayTheSame(String expected, String found) {
    assertThat(difference(expected, found)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a>1</a>|<a>2</a>|/a[1]/text()[1]|'1'|'2'",
        "<a> 1</a>|<a>1</a>|/a[1]/text()[1]|' 1'|'1'",
        "<a x='1'/>|<a x='2'/>|/a[1]/@x|'1'|'2'",
        "<a><b/><c/></a>|<a><c/><b/></a>|/a[1]/b[1]|'b'|'c'",
        "<a/>|<b/>|/a[1]|'a'|'b'",
        "<a xmlns='urn:x'/>|<a/>|/a[1]|'urn:x'|nothing",
      })
  void theFirstDifferenceIsNamed(
      String expected, String found, String path, String wanted, String came) {
    XmlDifference difference = difference(expected, found);
    assertThat(difference)
        .usingRecursiveComparison()
        .ignoringFields("aspect")
        .isEqualTo(new XmlDifference(path, "", wanted, came));
  }

  private static @Nullable XmlDifference difference(String expected, String found) {
    return XmlEquality.difference(XmlEquality.prepared(document(expected)), document(found));
  }

  private static Document document(String text) {
    return Objects.requireNonNull(Xml.parse(text));
  }
}
