package dev.homeport.engine.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a b='1' b='2'/>",
        "<p:a/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a/>",
        "<!DOCTYPE a><a/>",
        "<a>&unknown;</a>",
        "<?xml version='1.0' encoding='no-such'?><a/>",
      })
  void whatIsNotPlainXmlIsNull(String text) {
    assertThat(Xml.parse(text.getBytes(StandardCharsets.UTF_8))).isNull();
  }

  @Test
  void nestingIsReadUpToItsLimitOnly() {
    assertThat(Xml.parse("<a>".repeat(500) + "</a>".repeat(500))).isNotNull();
    assertThat(Xml.parse("<a>".repeat(501) + "</a>".repeat(501))).isNull();
    assertThat(Xml.parse("<a>".repeat(200_000))).isNull();
  }

  @Test
  void theEncodingOfTheDeclarationCounts() {
    byte[] latin =
        "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Xml.parse(latin)).isNotNull();
    assertThat(Xml.parse("\uFEFF<?xml version='1.0' encoding='UTF-16'?><a>é</a>")).isNotNull();
  }
}
