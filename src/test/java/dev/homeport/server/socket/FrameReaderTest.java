package dev.homeport.server.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.homeport.engine.http.MessageKind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

  private final List<String> heard = new ArrayList<>();
  private long taken;

  private final MessageMemory memory =
      new MessageMemory() {
        @Override
        public boolean tryTake(long bytes) {
          taken += bytes;
          return taken <= 100_000;
        }

        @Override
        public void giveBack(long bytes) {
          taken -= bytes;
        }
      };

  private final FrameReader reader =
      new FrameReader(
          70_000,
          memory,
          new FrameReader.Listener() {
            @Override
            public void message(MessageKind kind, byte[] content) {
              heard.add(kind + " " + shown(content));
            }

            @Override
            public void ping(byte[] content) {
              heard.add("ping " + shown(content));
            }

            @Override
            public void closed(int code, String reason) {
              heard.add("closed " + code + " " + reason);
            }
          });

  private static String shown(byte[] content) {
    return content.length > 20 ? content.length + " bytes" : new String(content, UTF_8);
  }

  /** A frame of a client, masked. */
  private static byte[] frame(int first, byte[] content) {
    byte[] mask = {1, (byte) 0xF2, 3, 4};
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(first);
    if (content.length < 126) {
      frame.write(0x80 | content.length);
    } else if (content.length < 65_536) {
      frame.write(0x80 | 126);
      frame.writeBytes(ByteBuffer.allocate(2).putShort((short) content.length).array());
    } else {
      frame.write(0x80 | 127);
      frame.writeBytes(ByteBuffer.allocate(8).putLong(content.length).array());
    }
    frame.writeBytes(mask);
    for (int i = 0; i < content.length; i++) {
      frame.write(content[i] ^ mask[i & 3]);
    }
    return frame.toByteArray();
  }

  private static byte[] frame(int first, String text) {
    return frame(first, text.getBytes(UTF_8));
  }

  private void read(byte[]... frames) throws BrokenFrameException {
    for (byte[] frame : frames) {
      reader.read(ByteBuffer.wrap(frame));
    }
  }

  private int codeFor(byte[]... frames) {
    BrokenFrameException broken =
        catchThrowableOfType(BrokenFrameException.class, () -> read(frames));
    assertThat(broken).isNotNull();
    return broken.close().code();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 1000, 1_000_000})
  void messagesComeHoweverTheirBytesAreCut(int piece) throws BrokenFrameException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(frame(0x81, "hello"));
    all.writeBytes(frame(0x82, new byte[126]));
    all.writeBytes(frame(0x81, ""));
    all.writeBytes(frame(0x81, "é".repeat(33_000)));
    all.writeBytes(frame(0x89, "p"));
    all.writeBytes(frame(0x8A, "q"));
    all.writeBytes(frame(0x88, new byte[] {3, (byte) 0xE8, 'b'}));
    byte[] bytes = all.toByteArray();
    for (int from = 0; from < bytes.length; from += piece) {
      reader.read(ByteBuffer.wrap(bytes, from, Math.min(piece, bytes.length - from)));
    }

    assertThat(heard)
        .containsExactly(
            "TEXT hello",
            "BINARY 126 bytes",
            "TEXT ",
            "TEXT 66000 bytes",
            "ping p",
            "closed 1000 b");
    assertThat(taken).isZero();
  }

  @Test
  void fragmentsAreOneMessageAndPingsMayComeBetween() throws BrokenFrameException {
    byte[] euro = "€".getBytes(UTF_8);
    read(
        frame(0x01, new byte[] {euro[0]}),
        frame(0x89, ""),
        frame(0x00, new byte[] {euro[1]}),
        frame(0x00, ""),
        frame(0x80, new byte[] {euro[2]}),
        frame(0x81, "next"));

    assertThat(heard).containsExactly("ping ", "TEXT €", "TEXT next");
  }

  @ParameterizedTest
  @CsvSource({
    "8100, 1002, no mask",
    "8900, 1002, a control frame without a mask",
    "C180, 1002, a reserved bit",
    "8380, 1002, a reserved opcode",
    "8B80, 1002, a reserved opcode of a control frame",
    "0980, 1002, a ping in fragments",
    "89FE, 1002, a ping of more than 125 bytes",
    "8080, 1002, a continuation of nothing",
    "81FE000500000000, 1002, a length in more bytes than it needs",
    "81FF000000000000FFFF00000000, 1002, likewise",
    "81FF800000000000000000000000, 1002, a negative length",
    "81FF000000010000000000000000, 1009, more than a message may have",
    "818200000000C328, 1007, no UTF-8",
    "888100000000AA, 1002, half a close code",
    "88820000000003ED, 1002, a close code that is never sent",
    "888400000000000003E8C328, 1002, a close code below 1000",
    "88840000000003E8C328, 1007, a reason that is no UTF-8"
  })
  void whatBreaksTheProtocolHasItsCode(String hex, int code, String why) {
    assertThat(codeFor(HexFormat.of().parseHex(hex))).as(why).isEqualTo(code);
  }

  @Test
  void aMessageMustEndBeforeTheNextBegins() {
    assertThat(codeFor(frame(0x01, "a"), frame(0x81, "b"))).isEqualTo(1002);
  }

  @Test
  void fragmentsTogetherAreBounded() {
    assertThat(codeFor(frame(0x02, new byte[69_999]), frame(0x80, new byte[2]))).isEqualTo(1009);
    reader.abandon();
    assertThat(taken).isZero();
  }

  @Test
  void memoryThatIsNotThereEndsIt() {
    taken = 99_999;
    assertThat(codeFor(frame(0x82, new byte[2]))).isEqualTo(1013);
  }

  @Test
  void aCloseFrameNeedsNoCode() throws BrokenFrameException {
    read(frame(0x88, ""));

    assertThat(heard).containsExactly("closed 1005 ");
  }
}
