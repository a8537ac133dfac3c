package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.answer.Answer;
import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Fault;
import dev.homeport.engine.answer.Reply;
import org.junit.jupiter.api.Test;

/**
 * A new kind of answer must be taught to the server: {@code MockHandler}, {@code Delivery}, {@code
 * FaultyResponse} and {@code FaultSender}.
 */
class AnswerKindsTest {

  @Test
  void everyKindOfAnswerIsKnown() {
    assertThat(Answer.class.getPermittedSubclasses()).containsExactly(Reply.class);
  }

  @Test
  void everyKindOfBodyIsKnown() {
    assertThat(Body.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(
            Body.Bytes.class, Body.Stored.class, Body.Streamed.class, Body.Forwarded.class);
  }

  @Test
  void everyKindOfFaultIsKnown() {
    assertThat(Fault.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(
            Fault.Empty.class,
            Fault.Reset.class,
            Fault.Garbage.class,
            Fault.MalformedChunk.class,
            Fault.Cut.class,
            Fault.Hang.class);
  }
}
