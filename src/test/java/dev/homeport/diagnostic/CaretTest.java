package dev.homeport.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaretTest {

  @Test
  void theCaretStandsUnderTheColumn() {
    assertThat(Caret.under("  staus: 200", 3)).isEqualTo(new Caret("  staus: 200", "  ^"));
  }

  @Test
  void theEndOfTheLineIsAPlace() {
    assertThat(Caret.under("abc", 4)).isEqualTo(new Caret("abc", "   ^"));
    assertThat(Caret.under("abc", 99)).isEqualTo(new Caret("abc", "   ^"));
    assertThat(Caret.under("", 1)).isEqualTo(new Caret("", "^"));
  }

  @Test
  void tabsStayTabs() {
    assertThat(Caret.under("\ta\tb", 4)).isEqualTo(new Caret("\ta\tb", "\t \t^"));
  }

  @Test
  void wideCharactersTakeTwoColumnsAndCombiningOnesNone() {
    assertThat(Caret.under("世界: x", 5).pointer()).isEqualTo("      ^");
    assertThat(Caret.under("😀: x", 4).pointer()).isEqualTo("    ^");
    assertThat(Caret.under("e\u0301: x", 5).pointer()).isEqualTo("   ^");
  }

  @Test
  void controlCharactersTakeTheColumnsOfTheirSpelling() {
    assertThat(Caret.under("a\u001bb", 3)).isEqualTo(new Caret("a\\u001bb", "       ^"));
  }

  @Test
  void aLongLineIsCutAroundTheCaret() {
    Caret caret = Caret.under("a".repeat(200) + "X" + "b".repeat(200), 201);
    assertThat(caret.source()).startsWith("…aaa").endsWith("bbb…").hasSizeLessThan(130);
    assertThat(caret.source().charAt(caret.pointer().indexOf('^'))).isEqualTo('X');
  }

  @Test
  void aLineOfMillionsIsCutToo() {
    Caret caret = Caret.under("a".repeat(3_000_000) + "X" + "b".repeat(3_000_000), 3_000_001);
    assertThat(caret.source().charAt(caret.pointer().indexOf('^'))).isEqualTo('X');
    assertThat(caret.source()).startsWith("…").endsWith("…").hasSizeLessThan(130);
  }

  @Test
  void theBeginningOfALongLineIsCutAtItsEndOnly() {
    Caret caret = Caret.under("X" + "b".repeat(700), 1);
    assertThat(caret.pointer()).isEqualTo("^");
    assertThat(caret.source()).startsWith("Xbbb").endsWith("b…");
  }
}
