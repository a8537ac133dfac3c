package dev.homeport.server.control;

import static dev.homeport.server.control.Operation.at;

import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.journal.Entry;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.journal.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The requests that came, and what mocks sent by themselves: listed, looked at, exported, watched,
 * forgotten.
 */
final class JournalOperations {

  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;
  private static final Pattern ID = Pattern.compile("\\d{1,18}");

  private final ControlledPort port;
  private final Journal journal;
  private final JournalFeeds feeds;

  JournalOperations(ControlledPort port, JournalFeeds feeds) {
    this.port = port;
    this.journal = port.journal();
    this.feeds = feeds;
  }

  Stream<Operation> all() {
    String[] filter = JournalFilter.PARAMETERS.toArray(String[]::new);
    List<String> paged = new ArrayList<>(JournalFilter.PARAMETERS);
    paged.addAll(List.of("order", "limit", "cursor"));
    return Stream.of(
        Operation.get("/journal", call -> list(call, journal), paged.toArray(String[]::new)),
        Operation.get(
            "/journal/sent", call -> list(call, port.sent()), paged.toArray(String[]::new)),
        Operation.get("/journal/sent/{id}", call -> entry(call, port.sent())),
        Operation.delete("/journal", at(this::clear)),
        Operation.reading("/journal/stream", feeds::open, "since"),
        Operation.reading("/journal.har", this::har, filter),
        Operation.get("/journal/{id}", call -> entry(call, journal)));
  }

  private Reply list(Call call, Journal from) throws Refusal {
    JournalFilter filter = JournalFilter.of(call, port.ignoreTrailingSlash());
    boolean newestFirst = isNewestFirst(call);
    int limit = call.number("limit", 1, LARGEST_PAGE, PAGE);
    long cursor = cursor(call, newestFirst);
    View view = from.view();
    List<Entry> page = new ArrayList<>();
    boolean more = false;
    for (Entry entry : newestFirst ? view.newestFirst() : view.entries()) {
      boolean isAfterCursor = newestFirst ? entry.id() < cursor : entry.id() > cursor;
      if (isAfterCursor && filter.test(entry)) {
        if (page.size() == limit) {
          more = true;
          break;
        }
        page.add(entry);
      }
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("requests", page.stream().map(EntryJson::summary).toList());
    json.put("next", more ? Long.toString(page.get(page.size() - 1).id()) : null);
    json.put("total", view.total());
    json.put("held", view.entries().size());
    json.put("dropped", view.missed());
    return Answers.json(200, json);
  }

  private static boolean isNewestFirst(Call call) throws Refusal {
    String order = call.parameter("order").orElse("newest");
    if (!order.equals("newest") && !order.equals("oldest")) {
      throw Call.wrong("order", order, "newest or oldest");
    }
    return order.equals("newest");
  }

  private static long cursor(Call call, boolean newestFirst) throws Refusal {
    String cursor = call.parameter("cursor").orElse(null);
    if (cursor == null) {
      return newestFirst ? Long.MAX_VALUE : 0;
    }
    if (!ID.matcher(cursor).matches()) {
      throw Call.wrong("cursor", cursor, "what 'next' of the page before is");
    }
    return Long.parseLong(cursor);
  }

  private Reply entry(Call call, Journal from) throws Refusal {
    String id = call.variable();
    if (!ID.matcher(id).matches()) {
      throw Refusal.badRequest("The id " + Call.quoted(id) + " is not a number.");
    }
    Entry entry = from.entry(Long.parseLong(id)).orElse(null);
    if (entry == null) {
      throw Refusal.notFound(
          "The journal holds no request "
              + id
              + ": it was dropped or cleared, or has not come yet.");
    }
    return Answers.json(200, EntryJson.details(entry));
  }

  private ControlAnswer har(Call call) throws Refusal {
    JournalFilter filter = JournalFilter.of(call, port.ignoreTrailingSlash());
    return new ControlAnswer.Streamed(
        Answers.head("application/json"), new HarFeed(journal, port.sent(), filter));
  }

  private Reply clear(Call call) throws Refusal {
    call.checkNoBody();
    journal.clear();
    port.sent().clear();
    feeds.wake();
    return Answers.nothing();
  }
}
