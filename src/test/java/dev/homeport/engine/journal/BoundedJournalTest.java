package dev.homeport.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BoundedJournalTest {

  private static BoundedJournal journal(int entries) {
    return journal(new JournalLimits(entries, 1L << 30, 1 << 20));
  }

  private static BoundedJournal journal(JournalLimits limits) {
    return new BoundedJournal(limits, System::nanoTime);
  }

  private static void add(Journal journal, int calls) {
    for (int i = 0; i < calls; i++) {
      journal.add(Call.of("GET /" + i).exchange());
    }
  }

  private static List<Long> ids(View view) {
    return view.entries().stream().map(Entry::id).toList();
  }

  @Nested
  class AnEmptyOne {

    @Test
    void holdsNothingAndLostNothing() {
      BoundedJournal journal = journal(10);

      assertThat(journal.view()).isEqualTo(new View(1, 0, 0, List.of()));
      assertThat(journal.view().total()).isZero();
      assertThat(journal.extent()).isEqualTo(new Extent(0, 0, 1, 0));
      assertThat(journal.entry(1)).isEmpty();
    }
  }

  @Nested
  class Ids {

    @Test
    void countUpFromOneWithoutAGap() {
      BoundedJournal journal = journal(100);
      add(journal, 40);

      View view = journal.view();

      assertThat(ids(view)).hasSize(40).startsWith(1L, 2L).endsWith(39L, 40L);
      assertThat(view.missed()).isZero();
      assertThat(journal.entry(7).orElseThrow().target()).isEqualTo("/6");
      assertThat(journal.entry(41)).isEmpty();
      assertThat(journal.entry(0)).isEmpty();
    }

    @Test
    void aViewBeginsAfterWhatIsKnown() {
      BoundedJournal journal = journal(100);
      add(journal, 5);

      assertThat(ids(journal.viewAfter(3))).containsExactly(4L, 5L);
      assertThat(ids(journal.viewAfter(5))).isEmpty();
      assertThat(ids(journal.viewAfter(99))).isEmpty();
    }

    @Test
    void aViewDoesNotChange() {
      BoundedJournal journal = journal(2);
      add(journal, 2);
      View view = journal.view();
      add(journal, 50);

      assertThat(ids(view)).containsExactly(1L, 2L);
    }

    @Test
    void aPageIsCutFromAView() {
      BoundedJournal journal = journal(100);
      add(journal, 5);
      View view = journal.view();

      assertThat(view.after(2, 2)).extracting(Entry::id).containsExactly(3L, 4L);
      assertThat(view.after(4, 9)).extracting(Entry::id).containsExactly(5L);
      assertThat(view.after(9, 9)).isEmpty();
      assertThat(view.newestFirst()).extracting(Entry::id).startsWith(5L, 4L).hasSize(5);
    }
  }

  @Nested
  class Bounds {

    @Test
    void theOldestGoFirstAndAreCounted() {
      BoundedJournal journal = journal(3);
      add(journal, 10);

      View view = journal.view();

      assertThat(ids(view)).containsExactly(8L, 9L, 10L);
      assertThat(view.missed()).isEqualTo(7);
      assertThat(view.total()).isEqualTo(10);
      assertThat(journal.extent())
          .returns(3L, Extent::entries)
          .returns(8L, Extent::oldest)
          .returns(7L, Extent::dropped);
      assertThat(journal.entry(7)).isEmpty();
      assertThat(journal.viewAfter(5).missed()).isEqualTo(2);
    }

    @Test
    void everyBoundIsKept() {
      for (int entries = 1; entries < 40; entries++) {
        BoundedJournal journal = journal(entries);
        add(journal, 100);

        assertThat(journal.view().entries()).hasSize(entries);
        assertThat(journal.view().missed()).isEqualTo(100L - entries);
      }
    }

    @Test
    void bytesAreBoundedToo() {
      long most = 10_000;
      BoundedJournal journal = journal(new JournalLimits(1000, most, 1 << 20));
      for (int i = 0; i < 100; i++) {
        journal.add(Call.of("POST /").body(new byte[i * 10]).exchange());
        long held = journal.view().entries().stream().mapToLong(Entry::bytes).sum();

        assertThat(journal.extent().bytes()).isEqualTo(held).isLessThanOrEqualTo(most);
      }

      assertThat(journal.extent().dropped()).isPositive();
      assertThat(journal.extent().entries() + journal.extent().dropped()).isEqualTo(100);
    }

    @Test
    void theNewestIsHeldHoweverLargeItIs() {
      BoundedJournal journal = journal(new JournalLimits(10, 1000, 1 << 20));
      add(journal, 2);
      journal.add(Call.of("POST /large").body(new byte[5000]).exchange());

      assertThat(ids(journal.view())).containsExactly(3L);

      add(journal, 1);

      assertThat(ids(journal.view())).containsExactly(4L);
    }

    @Test
    void aJournalWithoutRoomIsRefused() {
      assertThatIllegalArgumentException().isThrownBy(() -> new JournalLimits(0, 1, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> new JournalLimits(1, 0, 1));
    }
  }

  @Nested
  class RequestsWithoutARoute {

    @Test
    void areCountedThoughTheyWereDropped() {
      BoundedJournal journal = journal(2);
      journal.add(Call.of("GET /a").unmatched("no route").exchange());
      journal.add(Call.of("GET /b").exchange());
      journal.add(Call.of("GET /c").unmatched("no route").exchange());

      assertThat(journal.view().unmatchedBefore()).isEqualTo(1);

      journal.add(Call.of("GET /d").exchange());
      journal.add(Call.of("GET /e").exchange());

      assertThat(journal.view().unmatchedBefore()).isEqualTo(2);

      journal.clear();
      add(journal, 1);

      assertThat(journal.view().unmatchedBefore()).isZero();
    }
  }

  @Nested
  class Clearing {

    @Test
    void forgetsEverythingAndIdsGoOn() {
      BoundedJournal journal = journal(3);
      add(journal, 10);
      journal.clear();

      assertThat(journal.view()).isEqualTo(new View(11, 10, 0, List.of()));
      assertThat(journal.extent()).isEqualTo(new Extent(0, 0, 11, 0));
      assertThat(journal.entry(10)).isEmpty();

      add(journal, 1);

      assertThat(ids(journal.viewAfter(4))).containsExactly(11L);
      assertThat(journal.viewAfter(4).missed()).isZero();
      assertThat(journal.view().total()).isEqualTo(1);
    }
  }

  @Nested
  class WhatComesLater {

    private final OutboundResult called =
        new OutboundResult("POST", "http://a", 204, null, Duration.ofMillis(1));

    @Test
    void isKeptAndCounted() {
      BoundedJournal journal = journal(new JournalLimits(10, 1L << 30, 100));
      Entry entry = journal.add(Call.of("GET /").exchange());
      long before = journal.extent().bytes();

      journal.keepBody(entry, new byte[300]);
      journal.addCallback(entry, called);
      journal.addCallback(entry, called);

      assertThat(entry.responseBody()).hasSize(100);
      assertThat(entry.callbacks()).containsExactly(called, called);
      assertThat(journal.extent().bytes()).isEqualTo(before + 100 + 2L * called.bytes());
      assertThat(entry.bytes()).isEqualTo((int) journal.extent().bytes());
    }

    @Test
    void makesTheOldestGo() {
      BoundedJournal journal = journal(new JournalLimits(10, 2000, 1 << 20));
      add(journal, 2);
      Entry last = journal.add(Call.of("GET /last").exchange());

      journal.keepBody(last, new byte[1500]);

      assertThat(ids(journal.view())).containsExactly(3L);
      assertThat(journal.extent().bytes()).isEqualTo(last.bytes());
    }

    @Test
    void isNotCountedForOneThatIsGone() {
      BoundedJournal journal = journal(10);
      Entry gone = journal.add(Call.of("GET /").exchange());
      journal.clear();

      journal.keepBody(gone, new byte[100]);
      journal.addCallback(gone, called);

      assertThat(journal.extent().bytes()).isZero();
      assertThat(gone.callbacks()).containsExactly(called);
    }
  }
}
