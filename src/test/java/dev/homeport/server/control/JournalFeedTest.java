package dev.homeport.server.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.engine.Decision;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Arrival;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Exchange;
import dev.homeport.engine.journal.JournalLimits;
import dev.homeport.engine.journal.SentResponse;
import java.net.InetAddress;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JournalFeedTest {

  private final ControlledPort port =
      Controlled.port(new JournalLimits(4, 1 << 20, 1000), "GET /a: {}");
  private final AtomicInteger wakes = new AtomicInteger();

  @Test
  void aSlowReaderLearnsHowManyItLost() {
    JournalFeed feed = feed();
    for (int i = 0; i < 10; i++) {
      add();
    }

    assertThat(told(feed))
        .startsWith("event: lost\nid: 6\ndata: {\"requests\":6,\"endings\":0}")
        .contains("\"id\":7,")
        .doesNotContain("\"id\":6,");
  }

  @Test
  void anEndingThatWasDroppedIsLost() {
    JournalFeed feed = feed();
    add();
    told(feed);
    for (int i = 0; i < 4; i++) {
      add();
    }

    assertThat(told(feed)).contains("{\"requests\":0,\"endings\":1}");
  }

  @Test
  void isWokenOnceWhenItHadNothing() {
    JournalFeed feed = feed();
    told(feed);
    assertThat(feed.next()).isNull();

    add();
    add();

    assertThat(wakes).hasValue(1);
    assertThat(told(feed)).contains("id: 2-1");
    assertThat(feed.next()).isNull();
    add();
    assertThat(wakes).hasValue(2);
  }

  @Test
  void anEndingIsToldWhenItIsWoken() {
    JournalFeed feed = feed();
    Entry entry = add();
    assertThat(told(feed)).contains("\"ending\":\"pending\"");

    entry.answered(2_000_000);

    assertThat(told(feed)).contains("event: ended\nid: 1\n").contains("\"millis\":2");
    assertThat(feed.next()).isNull();
  }

  private JournalFeed feed() {
    JournalFeed feed = new JournalFeed(port.journal(), null, closed -> {});
    feed.onMore(wakes::incrementAndGet);
    told(feed);
    return feed;
  }

  private static String told(JournalFeed feed) {
    byte[] next = feed.next();
    return next == null ? "" : new String(next, UTF_8);
  }

  private Entry add() {
    Request request =
        new Request(
            "GET", "/a", Headers.none(), new byte[0], "http", InetAddress.getLoopbackAddress());
    Decision decision = port.engine().answer(request, port.engine().lookup(request));
    SentResponse response = new SentResponse(200, "OK", Headers.none(), new byte[0], 0);
    Arrival arrival = new Arrival(Instant.EPOCH, 0, "HTTP/1.1", 9);
    return port.journal().add(new Exchange(request, arrival, decision.outcome(), response));
  }
}
