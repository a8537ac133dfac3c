package dev.homeport.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.homeport.diagnostic.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyBlockTest {

  private static final Scene SCENE = Scene.json("{\"items\":[{\"sku\":\"A\"},{\"sku\":\"B\"}]}");

  private static KeyBlock block(String key, KnownNames names) {
    try {
      return Scene.COMPILER.compileBlock(key, names);
    } catch (SyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Object> rendered(String key, String template) {
    KeyBlock.Repetition repetition = (KeyBlock.Repetition) block(key, KnownNames.any());
    KnownNames names = repetition.hasItem() ? KnownNames.any().insideAnItem() : KnownNames.any();
    Template compiled = Scene.compiled(template, Escaping.NONE, names);
    List<Object> values = new ArrayList<>();
    for (Scope round : repetition.rounds(SCENE.scope())) {
      values.add(compiled.value(round));
    }
    return values;
  }

  @Test
  void eachMakesARoundForEveryItem() {
    assertThat(rendered("{{#each json.items}}", "{{this.sku}}")).containsExactly("A", "B");
    assertThat(rendered("{{#each json.items}}", "{{sku}}{{@index}}{{@last}}"))
        .containsExactly("A0false", "B1true");
    assertThat(rendered("{{#each json.items}}", "{{path.id}}{{method}}"))
        .containsExactly("POST", "POST");
    assertThat(rendered("{{#each json.items}}", "{{../json.items.0.sku}}"))
        .containsExactly("A", "A");
  }

  @Test
  void repeatCountsItsRounds() {
    assertThat(rendered("{{#repeat 3}}", "{{@number}}")).containsExactly(1L, 2L, 3L);
    assertThat(rendered("{{#repeat 2 2}}", "{{@first}}")).containsExactly(true, false);
    assertThat(rendered("{{#repeat 0}}", "x")).isEmpty();
  }

  @Test
  void repeatWithinEachSeesTheItem() {
    KeyBlock.Repetition outer =
        (KeyBlock.Repetition) block("{{#each json.items}}", KnownNames.any());
    KnownNames inside = KnownNames.any().insideAnItem();
    KeyBlock.Repetition inner = (KeyBlock.Repetition) block("{{#repeat 2}}", inside);
    Template template = Scene.compiled("{{sku}}{{@index}}{{@../index}}", Escaping.NONE, inside);
    List<String> texts = new ArrayList<>();
    for (Scope round : outer.rounds(SCENE.scope())) {
      inner.rounds(round).forEach(scope -> texts.add(template.text(scope)));
    }

    assertThat(texts).containsExactly("A00", "A10", "B01", "B11");
  }

  @Test
  void choicesHoldOrNot() {
    assertThat(
            ((KeyBlock.Choice) block("{{#if json.items}}", KnownNames.any())).holds(SCENE.scope()))
        .isTrue();
    assertThat(
            ((KeyBlock.Choice) block("{{#unless json.items}}", KnownNames.any()))
                .holds(SCENE.scope()))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{json.a}}",
        "a{{#if json}}",
        "{{#if json}}a",
        "{{#with json}}",
        "{{#each json as |x|}}",
        "{{else}}",
        "{{#each jsn}}",
        "{{#repeat 100001}}",
        "{{#repeat}}"
      })
  void otherKeysAreProblems(String key) {
    assertThatExceptionOfType(SyntaxException.class)
        .isThrownBy(() -> Scene.COMPILER.compileBlock(key, KnownNames.any()));
  }
}
