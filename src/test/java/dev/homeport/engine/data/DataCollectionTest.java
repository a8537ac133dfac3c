package dev.homeport.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataCollectionTest {

  private static DataCollection of(Object... ids) {
    DataCollection all = DataCollection.ofRecords("things", "id");
    for (Object id : ids) {
      all = all.with(Map.of("id", id));
    }
    return all;
  }

  private static List<String> ids(DataCollection all) {
    return all.records().stream().map(DataRecord::id).toList();
  }

  @Test
  void idsWithOneHashAreTold() {
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    DataCollection both = of("Aa", "BB", "C");

    assertThat(ids(both.without("Aa"))).containsExactly("BB", "C");
    assertThat(both.without("Aa").find("BB")).isNotNull();
    assertThat(both.without("BB").find("BB")).isNull();
    assertThat(ids(both.with(Map.of("id", "Aa", "n", 1)))).containsExactly("Aa", "BB", "C");
  }

  @Test
  void aNumberAndItsTextAreOneId() {
    DataCollection all = of(7, "8", new BigDecimal("9"));

    assertThat(all.find("7")).isNotNull();
    assertThat(all.with(Map.of("id", "7")).count()).isEqualTo(3);
    assertThat(all.with(Map.of("id", 8)).count()).isEqualTo(3);
    assertThat(all.find("9")).isNotNull();
  }

  @Test
  void aRecordKeepsItsPlaceWhenItIsReplacedAndNotWhenItComesBack() {
    DataCollection all = of(1, 2, 3).with(Map.of("id", 2, "n", 1));

    assertThat(ids(all)).containsExactly("1", "2", "3");
    assertThat(ids(all.without("2").with(Map.of("id", 2)))).containsExactly("1", "3", "2");
  }

  @Test
  void nobodyChangesARecordLater() {
    List<Object> tags = Arrays.asList("a", null);
    DataCollection all = DataCollection.ofRecords("t", "id").with(Map.of("id", 1, "tags", tags));
    tags.set(0, "b");

    DataRecord record = all.records().get(0);
    assertThat(record.members().get("tags")).isEqualTo(Arrays.asList("a", null));
    assertThatThrownBy(() -> record.members().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void recordsAreBounded() {
    DataCollection all = DataCollection.ofRecords("t", "id");
    for (int i = 0; i < Data.MAX_RECORDS; i++) {
      all = all.with(Map.of("id", i));
    }
    Data full = Data.none().with(all);
    DataCollection more = DataCollection.ofRecords("u", "id").with(Map.of("id", 1));

    assertThatThrownBy(() -> full.with(more))
        .isInstanceOf(DataLimitException.class)
        .hasMessageStartingWith("there would be more than 100000 records (");
    assertThat(full.with(all.without("5")).with(more).names()).containsExactly("t", "u");
  }

  @ParameterizedTest
  @CsvSource({
    "7,7,true",
    "7.0,7,true",
    "'07',7,true",
    "a,a,true",
    "a,b,false",
    "true,true,true",
    "1e2,100,true",
    "-,-,true",
    "'',0,false"
  })
  void fieldsAreComparedAsPeopleWriteThem(String field, String wanted, boolean alike) {
    Object number = Fields.number(wanted);

    assertThat(Fields.alike(number == null ? wanted : number, field)).isEqualTo(alike);
  }

  @Test
  void fieldsAreFoundByTheirWholeNameFirst() {
    DataRecord record =
        DataRecord.of(0, "1", Map.of("a.b", 1, "a", Map.of("b", 2, "c", Map.of("d", 3))));

    assertThat(record.field("a.b")).isEqualTo(1);
    assertThat(record.field("a.c.d")).isEqualTo(3);
    assertThat(record.has("a.c.x")).isFalse();
    assertThat(record.has("a.b.c")).isFalse();
  }
}
