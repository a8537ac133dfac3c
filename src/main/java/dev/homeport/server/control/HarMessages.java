package dev.homeport.server.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.http.MessageKind;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.journal.MessageNote;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The messages of a WebSocket as the tools of Chrome write them into a HAR. Has no state. */
final class HarMessages {

  private static final int TEXT = 1;
  private static final int BINARY = 2;

  private HarMessages() {}

  /**
   * Those that the journals hold, in their order.
   *
   * @param handshake the request that opened the WebSocket
   */
  static List<Map<String, Object>> of(Entry handshake, Journal received, Journal sent) {
    List<Entry> entries = new ArrayList<>();
    add(received.viewAfter(handshake.id()).entries(), handshake.id(), entries);
    add(sent.view().entries(), handshake.id(), entries);
    return entries.stream()
        .sorted(Comparator.comparing(Entry::received))
        .map(entry -> message(entry, entry.message().orElseThrow()))
        .toList();
  }

  private static void add(List<Entry> from, long connection, List<Entry> into) {
    for (Entry entry : from) {
      if (entry.message().filter(note -> note.isOf(connection)).isPresent()) {
        into.add(entry);
      }
    }
  }

  private static Map<String, Object> message(Entry entry, MessageNote note) {
    boolean isText = note.kind() == MessageKind.TEXT;
    byte[] content = entry.body();
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", note.fromMock() ? "receive" : "send");
    message.put("time", entry.received().toEpochMilli() / 1e3);
    message.put("opcode", isText ? TEXT : BINARY);
    message.put(
        "data", isText ? new String(content, UTF_8) : Base64.getEncoder().encodeToString(content));
    return message;
  }
}
