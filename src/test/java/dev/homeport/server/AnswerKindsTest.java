package dev.homeport.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.answer.Answer;
import dev.homeport.engine.answer.Body;
import dev.homeport.engine.answer.Reply;
import org.junit.jupiter.api.Test;

/** A new kind of answer must be taught to the server: {@code MockHandler} and {@code Delivery}. */
class AnswerKindsTest {

  @Test
  void everyKindOfAnswerIsKnown() {
    assertThat(Answer.class.getPermittedSubclasses()).containsExactly(Reply.class);
  }

  @Test
  void everyKindOfBodyIsKnown() {
    assertThat(Body.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(Body.Bytes.class, Body.Stored.class, Body.Streamed.class);
  }
}
