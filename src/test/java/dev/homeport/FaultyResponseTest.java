package dev.homeport;

import static dev.homeport.RequestPattern.get;
import static dev.homeport.Response.fault;
import static dev.homeport.Response.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.engine.answer.FaultPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Responses that a program makes, and that go wrong. */
class FaultyResponseTest {

  private Homeport api;

  @BeforeEach
  void start() {
    api = Homeport.start(HomeportOptions.empty().withPort(0));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  /** All that comes of a response until the connection ends. */
  private String ask(String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
      socket.setSoTimeout(30_000);
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  @Test
  void comeInTheirPlace() throws IOException {
    api.load(get("/empty").reply(fault(Fault.EMPTY)));
    api.load(get("/reset").reply(request -> fault(Fault.RESET)));
    api.load(get("/garbage").reply(fault(Fault.GARBAGE).withDelay(Duration.ofMillis(1))));

    assertThat(ask("/empty")).isEmpty();
    assertThatThrownBy(() -> ask("/reset")).isInstanceOf(SocketException.class);
    assertThat(ask("/garbage")).hasSize(512);
    assertThat(api.requests().stream().map(request -> request.fault().orElse("none")))
        .containsExactly("empty", "reset", "garbage");
  }

  @Test
  void breakInTheirMidst() throws IOException {
    Response cut = text("0123456789").withStatus(503).withFault(Fault.CUT);
    api.load(get("/cut").reply(cut));
    api.load(get("/cut/made").reply(request -> cut));
    api.load(get("/chunk").reply(text("abcd").withFault(Fault.MALFORMED_CHUNK)));

    assertThat(ask("/cut")).startsWith("HTTP/1.1 503 ").endsWith("\r\n\r\n01234");
    assertThat(ask("/cut/made")).contains("Content-Length: 10\r\n").endsWith("\r\n\r\n01234");
    assertThat(ask("/chunk")).endsWith("ab\r\nno size\r\n");
  }

  @Test
  void leaveSlowlyAndWhole() throws IOException {
    Response slow = text("abcdef").withChunks(3, Duration.ofMillis(2));
    api.load(get("/chunks").reply(slow));
    api.load(get("/chunks/made").reply(request -> slow));
    api.load(get("/rate").reply(text("abcdef").withPace(100_000)));

    assertThat(ask("/chunks")).endsWith("\r\n\r\nabcdef");
    assertThat(ask("/chunks/made")).endsWith("\r\n\r\nabcdef");
    assertThat(ask("/rate")).endsWith("\r\n\r\nabcdef");
  }

  @Test
  void areMistakesBesideWhatIsNotSent() throws IOException {
    assertThatThrownBy(() -> api.load(get("/a").reply(text("a").withFault(Fault.RESET))))
        .isInstanceOf(InvalidMocksException.class)
        .hasMessageContaining("the fault 'reset' sends no response, found 'text'");
    assertThatThrownBy(() -> api.load(get("/a").reply(fault(Fault.CUT))))
        .hasMessageContaining("fault: there is no body to cut");
    api.load(get("/a").reply(request -> text("a").withFault(Fault.RESET)));
    assertThat(ask("/a")).startsWith("HTTP/1.1 500 ").contains("the fault RESET sends no response");
    api.load(get("/b").reply(request -> fault(Fault.CUT)));
    assertThat(ask("/b")).startsWith("HTTP/1.1 500 ").contains("the fault CUT needs a body to cut");
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void haveTheWordsOfTheLanguage(Fault fault) {
    assertThat(Response.fault(fault)).hasToString("{\"fault\":\"" + fault.word() + "\"}");
    assertThat(FaultPlan.of(fault.word())).isNotNull();
  }
}
