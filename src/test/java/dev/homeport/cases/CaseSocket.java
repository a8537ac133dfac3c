package dev.homeport.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.Conversation;
import dev.homeport.engine.Conversation.Heard;
import dev.homeport.engine.answer.Items;
import dev.homeport.engine.answer.Reaction;
import dev.homeport.engine.answer.Sending;
import dev.homeport.engine.http.MessageKind;
import dev.homeport.engine.journal.Outcome;
import dev.homeport.engine.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket that is let in, what is said on it, and what comes of each message: {@code {socket:
 * WS /chat, open: [...], messages: [{ text: hello, reply: [...] }]}}. What is not named must not
 * come.
 */
record CaseSocket(CaseRequest request, List<?> open, List<?> every, List<?> messages)
    implements CaseFile.Step {

  private static final Set<String> KEYS = Set.of("socket", "open", "every", "messages");
  private static final Set<String> MESSAGE_KEYS =
      Set.of("text", "json", "base64", "reply", "broadcast", "send", "close", "unmatched", "fails");

  static CaseSocket of(Map<String, Object> map) {
    CaseFile.known(map, KEYS, "a socket");
    return new CaseSocket(
        CaseRequest.of(CaseFile.value(map, "socket")),
        CaseFile.list(map.getOrDefault("open", List.of())),
        CaseFile.list(map.getOrDefault("every", List.of())),
        CaseFile.list(map.getOrDefault("messages", List.of())));
  }

  @Override
  public void run(MockSession session, Path folder) {
    Conversation conversation =
        session
            .decide(request.method(), request.target(), request.headers(), request.body())
            .conversation();
    assertThat(conversation).as("a WebSocket for %s", request.target()).isNotNull();
    Conversation let = Objects.requireNonNull(conversation);
    items(let.open(), open, folder);
    items(let.every(), every, folder);
    for (Object each : messages) {
      Map<String, Object> message = CaseFile.mapping(each, "a message");
      CaseFile.known(message, MESSAGE_KEYS, "a message");
      check(message, hear(let, message), folder);
    }
  }

  private static Heard hear(Conversation conversation, Map<String, Object> message) {
    if (message.containsKey("base64")) {
      byte[] bytes = Base64.getDecoder().decode(String.valueOf(message.get("base64")));
      return conversation.hear(MessageKind.BINARY, bytes);
    }
    String text =
        message.containsKey("json")
            ? Json.write(message.get("json"))
            : String.valueOf(CaseFile.value(message, "text"));
    return conversation.hear(MessageKind.TEXT, text.getBytes(UTF_8));
  }

  private static void check(Map<String, Object> expected, Heard heard, Path folder) {
    Outcome outcome = heard.outcome();
    String why =
        outcome instanceof Outcome.Unmatched unmatched
            ? unmatched.why().text().replace(folder + "/", "")
            : "";
    String failure = heard.failure() == null ? "" : heard.failure().replace(folder + "/", "");
    assertThat(failure).isEqualTo(expected.getOrDefault("fails", ""));
    if (expected.containsKey("unmatched")) {
      assertThat(why).matches("(?s)" + expected.get("unmatched"));
    } else if (failure.isEmpty()) {
      assertThat(why).as("why it is unmatched").isEmpty();
    }
    Reaction reaction = heard.reaction();
    items(reaction.reply(), CaseFile.list(expected.getOrDefault("reply", List.of())), folder);
    items(
        reaction.broadcast(), CaseFile.list(expected.getOrDefault("broadcast", List.of())), folder);
    assertThat(reaction.sendings().stream().map(CaseSocket::sent).toList())
        .as("what others are told")
        .isEqualTo(CaseFile.list(expected.getOrDefault("send", List.of())));
    Reaction.Close close = reaction.close();
    assertThat(close == null ? "" : (close.code() + " " + close.reason()).strip())
        .as("close")
        .isEqualTo(String.valueOf(expected.getOrDefault("close", "")));
  }

  /** A message to others in one line: {@code "/chat/lobby: hello"}. */
  private static String sent(Sending sending) {
    return sending.path() + ": " + new String(sending.content(), UTF_8);
  }

  private static void items(@Nullable Items items, List<?> expected, Path folder) {
    if (items == null) {
      assertThat(new ArrayList<>(expected)).as("what is said").isEmpty();
    } else {
      CaseItems.check(items, expected, folder);
    }
  }
}
