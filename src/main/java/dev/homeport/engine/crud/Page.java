package dev.homeport.engine.crud;

import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.NamedValues;
import dev.homeport.engine.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for, and in which form. Immutable. */
sealed interface Page {

  /** How many records a page has when nobody says. */
  int USUAL = 10;

  /** The index of the first record of the part. */
  int from(int total);

  /** The index behind the last. */
  int to(int total);

  /** What is sent around the records: themselves, or an object that holds them. */
  default Object around(List<Object> records, int total) {
    return records;
  }

  /** Headers beside {@code X-Total-Count}. */
  default List<Field> headers(Request request, int total) {
    return List.of();
  }

  /**
   * Reads {@code _page}, {@code _limit}, {@code _per_page}, {@code _start} and {@code _end}.
   *
   * @throws RefusedException for a value that is none, and for names that do not go together
   */
  static Page of(NamedValues query) throws RefusedException {
    boolean hasPage = query.first("_page") != null;
    boolean hasPerPage = query.first("_per_page") != null;
    boolean isSlice = query.first("_start") != null || query.first("_end") != null;
    boolean hasLimit = query.first("_limit") != null;
    boolean isSliceToo = isSlice && (hasPage || hasPerPage);
    if (isSliceToo || (hasPerPage && hasLimit)) {
      throw ListQuery.refused(
          "The query asks for pages in two ways: write _page with _limit, or _page with _per_page,"
              + " or _start with _end");
    } else if (hasPerPage) {
      return new Enveloped(
          ListQuery.number(query, "_page", 1, 1), ListQuery.number(query, "_per_page", 1, USUAL));
    } else if (hasPage) {
      return new Linked(
          ListQuery.number(query, "_page", 1, 1), ListQuery.number(query, "_limit", 1, USUAL));
    }
    int start = ListQuery.number(query, "_start", 0, 0);
    int limit = ListQuery.number(query, "_limit", 0, Integer.MAX_VALUE);
    int end = ListQuery.number(query, "_end", 0, Integer.MAX_VALUE);
    return new Slice(start, (int) Math.min(end, (long) start + limit));
  }

  /** From one index to another; all of it by default. */
  record Slice(int start, int end) implements Page {

    @Override
    public int from(int total) {
      return Math.min(start, total);
    }

    @Override
    public int to(int total) {
      return Math.max(from(total), Math.min(end, total));
    }
  }

  /** A page with links to the others (json-server 0.17, RFC 8288). */
  record Linked(int page, int limit) implements Page {

    @Override
    public int from(int total) {
      return (int) Math.min((page - 1L) * limit, total);
    }

    @Override
    public int to(int total) {
      return (int) Math.min((long) page * limit, total);
    }

    @Override
    public List<Field> headers(Request request, int total) {
      int last = pages(total, limit);
      List<String> links = new ArrayList<>();
      links.add(link(request, 1, "first"));
      if (page > 1) {
        links.add(link(request, Math.min(page - 1, last), "prev"));
      }
      if (page < last) {
        links.add(link(request, page + 1, "next"));
      }
      links.add(link(request, last, "last"));
      return List.of(new Field("Link", String.join(", ", links)));
    }

    /** The same URL with another page. */
    private static String link(Request request, int page, String relation) {
      StringBuilder query = new StringBuilder();
      for (String name : request.query().names()) {
        for (String value : request.query().all(name)) {
          query.append(query.isEmpty() ? '?' : '&').append(Uri.segment(name)).append('=');
          query.append(name.equals("_page") ? Integer.toString(page) : Uri.segment(value));
        }
      }
      String path = Uri.asciiPath(request.rawPath());
      return "<" + request.baseUrl() + path + query + ">; rel=\"" + relation + '"';
    }
  }

  /**
   * A page within an object that tells of the others (json-server 1.0); beyond the last the last.
   */
  record Enveloped(int asked, int perPage) implements Page {

    private int page(int total) {
      return Math.min(asked, pages(total, perPage));
    }

    @Override
    public int from(int total) {
      return (int) Math.min((page(total) - 1L) * perPage, total);
    }

    @Override
    public int to(int total) {
      return (int) Math.min((long) page(total) * perPage, total);
    }

    @Override
    public Object around(List<Object> records, int total) {
      int page = page(total);
      int last = pages(total, perPage);
      Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
      envelope.put("first", 1);
      envelope.put("prev", page > 1 ? page - 1 : null);
      envelope.put("next", page < last ? page + 1 : null);
      envelope.put("last", last);
      envelope.put("pages", last);
      envelope.put("items", total);
      envelope.put("data", records);
      return envelope;
    }
  }

  private static int pages(int total, int perPage) {
    return Math.max(1, (int) (((long) total + perPage - 1) / perPage));
  }
}
