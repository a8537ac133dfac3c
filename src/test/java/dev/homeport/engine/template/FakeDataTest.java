package dev.homeport.engine.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeDataTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "person.firstName",
        "person.lastName",
        "person.fullName",
        "person.jobTitle",
        "person.sex",
        "name.fullName",
        "address.city",
        "location.city",
        "location.country",
        "location.zipCode",
        "location.streetAddress",
        "location.state",
        "company.name",
        "lorem.sentence",
        "lorem.word",
        "lorem.paragraph",
        "commerce.productName",
        "commerce.price",
        "commerce.department",
        "color.name",
        "color.human",
        "internet.url",
        "internet.userName",
        "internet.password",
        "job.title",
        "book.title",
        "music.genre",
        "food.dish",
        "vehicle.vin",
        "animal.type",
        "currency.code",
        "science.chemicalElement",
        "airline.airport",
        "hacker.phrase",
        "system.fileName",
        "image.avatar",
        "finance.creditCardNumber",
        "person.middleName"
      })
  void keysInTheWordsOfBothLibrariesDrawTexts(String key) {
    assertThat(Scene.get("/").value("{{fake '" + key + "'}}"))
        .isInstanceOf(String.class)
        .isNotEqualTo("");
  }

  @Test
  void everyAliasNamesSomethingThatIsThere() throws Exception {
    FakeLibrary library = new FakeLibrary();
    for (String key : FakeNames.SAME.keySet()) {
      assertThat(library.source(key)).as(key).isNotNull();
    }
  }

  @Test
  void everyLocaleHasWords() {
    for (String locale : FakeNames.LOCALES) {
      assertThat(Scene.get("/").text("{{fake 'person.firstName' locale='" + locale + "'}}"))
          .as(locale)
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "internet.email, '[^@ ]+@[^@ ]+\\.[a-z]+'",
    "internet.ip, '[0-9]+(\\.[0-9]+){3}'",
    "phone.number, '.*[0-9].*'",
    "finance.iban, '[A-Z]{2}[0-9]{2}[A-Z0-9]+'",
    "string.uuid, '[0-9a-f-]{36}'",
    "color.hex, '#[0-9A-Fa-f]{6}'",
    "date.past, '202[34]-.+T.+Z'",
    "date.future, '202[45]-.+T.+Z'",
    "date.recent, '2024-0(4-30|5-01)T.+Z'",
    "date.birthdate, '(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}'"
  })
  void valuesLookLikeWhatTheyAre(String key, String pattern) {
    assertThat(Scene.get("/").text("{{fake '" + key + "'}}")).matches(pattern);
  }

  @Test
  void numbersAndTruthsKeepTheirType() {
    assertThat(Scene.get("/").value("{{fake 'number.int'}}")).isInstanceOf(Long.class);
    assertThat(Scene.get("/").value("{{fake 'datatype.boolean'}}")).isInstanceOf(Boolean.class);
    assertThat(Scene.get("/").typed("{{fake 'lorem.words'}}")).startsWith("[\"");
  }

  @Test
  void theSeedDecides() {
    String template = "{{fake 'person.fullName'}} {{fake 'internet.email' locale='de'}}";
    Set<String> drawn = new TreeSet<>();
    for (int seed = 0; seed < 20; seed++) {
      drawn.add(Scene.get("/").seed(seed).text(template));
    }

    assertThat(drawn).hasSizeGreaterThan(15);
    assertThat(Scene.get("/").seed(5).text(template))
        .isEqualTo(Scene.get("/").seed(5).text(template));
  }

  @Test
  void aLocaleIsWrittenEitherWay() {
    assertThat(Scene.get("/").text("{{fake 'location.city' locale='pt_BR'}}"))
        .isEqualTo(Scene.get("/").text("{{fake 'location.city' locale='pt-br'}}"));
  }
}
