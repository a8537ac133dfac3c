package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyMemoryTest {

  @Test
  void whatIsGivenBackMayBeTakenAgain() {
    BodyMemory memory = new BodyMemory(10);

    assertThat(memory.tryTake(6)).isTrue();
    assertThat(memory.tryTake(5)).isFalse();
    assertThat(memory.tryTake(4)).isTrue();
    memory.giveBack(6);
    assertThat(memory.tryTake(6)).isTrue();
  }
}
