package dev.homeport.server.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortChoiceTest {

  private final List<Integer> tried = new ArrayList<>();

  private PortChoice.Opening<Integer> takenIf(IntPredicate taken) {
    return port -> {
      tried.add(port);
      if (taken.test(port)) {
        throw new BindException("taken");
      }
      return port;
    };
  }

  @Test
  void autoIsTheUsualPortIfItIsFree() throws IOException {
    PortChoice auto = new PortChoice(OptionalInt.empty());

    assertThat(auto.open(takenIf(port -> false))).isEqualTo(49_342);
  }

  @Test
  void autoIsTheNextFreePortOtherwise() throws IOException {
    PortChoice auto = new PortChoice(OptionalInt.empty());

    assertThat(auto.open(takenIf(port -> port < 49_345))).isEqualTo(49_345);
  }

  @Test
  void autoTriesTheWholeDynamicRangeAndNothingElse() {
    PortChoice auto = new PortChoice(OptionalInt.empty());

    assertThatThrownBy(() -> auto.open(takenIf(port -> true))).isInstanceOf(BindException.class);
    assertThat(tried).hasSize(65_536 - 49_152).doesNotHaveDuplicates();
    assertThat(tried).allMatch(port -> port >= 49_152 && port <= 65_535);
  }

  @Test
  void autoGoesOnFromTheEndToTheBeginning() throws IOException {
    PortChoice auto = new PortChoice(OptionalInt.empty());

    assertThat(auto.open(takenIf(port -> port >= 49_342))).isEqualTo(49_152);
    assertThat(tried).startsWith(49_342, 49_343).endsWith(65_535, 49_152);
  }

  @Test
  void autoFindsTheLastFreePortThereIs() throws IOException {
    PortChoice auto = new PortChoice(OptionalInt.empty());

    assertThat(auto.open(takenIf(port -> port != 49_341))).isEqualTo(49_341);
    assertThat(tried).hasSize(65_536 - 49_152);
  }

  @Test
  void autoPassesOverPortsThatAreSetAside() throws IOException {
    PortChoice auto = new PortChoice(OptionalInt.empty());

    PortChoice.Opening<Integer> setAside =
        port -> {
          if (port < 49_400) {
            throw new SocketException("Permission denied: bind");
          }
          return port;
        };

    assertThat(auto.open(setAside)).isEqualTo(49_400);
  }

  @Test
  void autoStopsAtWhatNoOtherPortMends() {
    PortChoice auto = new PortChoice(OptionalInt.empty());

    assertThatThrownBy(
            () ->
                auto.open(
                    port -> {
                      tried.add(port);
                      throw new IOException("Too many open files");
                    }))
        .hasMessage("Too many open files");
    assertThat(tried).containsExactly(49_342);
  }

  @Test
  void anyIsAskedForAgainWhenItWasTakenOnTheOtherAddress() throws IOException {
    PortChoice any = new PortChoice(OptionalInt.of(0));

    assertThat(any.open(takenIf(port -> tried.size() < 3))).isZero();
    assertThat(tried).containsExactly(0, 0, 0);
  }

  @Test
  void anyIsAskedForTwentyTimesAtMost() {
    PortChoice any = new PortChoice(OptionalInt.of(0));

    assertThatThrownBy(() -> any.open(takenIf(port -> true))).isInstanceOf(BindException.class);
    assertThat(tried).hasSize(20);
  }

  @Test
  void aGivenPortIsTheOnlyOneTried() {
    PortChoice given = new PortChoice(OptionalInt.of(8080));

    assertThatThrownBy(() -> given.open(takenIf(port -> true))).isInstanceOf(BindException.class);
    assertThat(tried).containsExactly(8080);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void aNumberOutOfRangeIsRefused(int port) {
    assertThatThrownBy(() -> new PortChoice(OptionalInt.of(port)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("port " + port);
  }
}
