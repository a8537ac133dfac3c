package dev.homeport.server.control;

import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.NamedValues;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.journal.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request in the form of HAR 1.2 (the W3C's draft of the HTTP Archive format). What the format
 * has no word for stands in members that begin with an underscore, as it allows.
 */
final class HarEntry {

  private HarEntry() {}

  static Map<String, Object> of(Entry entry) {
    double millis = entry.duration().map(time -> time.toNanos() / 1e6).orElse(0.0);
    Map<String, Object> har = new LinkedHashMap<>();
    har.put("startedDateTime", entry.received().toString());
    har.put("time", millis);
    har.put("request", request(entry));
    har.put("response", response(entry));
    har.put("cache", Map.of());
    har.put("timings", timings(millis));
    har.put("_homeport", EntryJson.summary(entry));
    return har;
  }

  /** A request that opened a WebSocket, with what was said on it. */
  static Map<String, Object> of(Entry entry, List<Map<String, Object>> messages) {
    Map<String, Object> har = of(entry);
    har.put("_resourceType", "websocket");
    har.put("_webSocketMessages", messages);
    return har;
  }

  /** All of the time is ours: between the request and the end of its response. */
  private static Map<String, Object> timings(double millis) {
    Map<String, Object> timings = new LinkedHashMap<>();
    timings.put("send", 0);
    timings.put("wait", millis);
    timings.put("receive", 0);
    return timings;
  }

  private static Map<String, Object> request(Entry entry) {
    Request request = entry.request();
    Map<String, Object> har = new LinkedHashMap<>();
    har.put("method", entry.method());
    har.put("url", request.url());
    har.put("httpVersion", entry.protocol());
    har.put("cookies", pairs(request.cookies()));
    har.put("headers", EntryJson.headers(entry.headers()));
    har.put("queryString", pairs(request.query()));
    if (entry.bodyLength() > 0) {
      har.put("postData", postData(entry));
    }
    har.put("headersSize", -1);
    har.put("bodySize", entry.bodyLength());
    return har;
  }

  /** The format knows no base64 here: browsers' tools write it so all the same, with this word. */
  private static Map<String, Object> postData(Entry entry) {
    BodyContent content = BodyContent.of(entry.headers(), entry.body(), entry.isBodyCut());
    Map<String, Object> har = new LinkedHashMap<>();
    har.put("mimeType", mimeType(entry.headers()));
    har.put("text", content.text());
    if (content.base64()) {
      har.put("_encoding", "base64");
    }
    if (content.cut()) {
      har.put("comment", cut(entry.body().length, entry.bodyLength()));
    }
    return har;
  }

  private static Map<String, Object> response(Entry entry) {
    Map<String, Object> har = new LinkedHashMap<>();
    har.put("status", entry.status());
    har.put("statusText", entry.reason());
    har.put("httpVersion", "HTTP/1.1");
    har.put("cookies", setCookies(entry.responseHeaders()));
    har.put("headers", EntryJson.headers(entry.responseHeaders()));
    har.put("content", content(entry));
    String location = entry.responseHeaders().first("Location");
    har.put("redirectURL", location == null ? "" : location);
    har.put("headersSize", -1);
    har.put("bodySize", entry.responseLength());
    return har;
  }

  private static Map<String, Object> content(Entry entry) {
    BodyContent content =
        BodyContent.of(entry.responseHeaders(), entry.responseBody(), entry.isResponseCut());
    Map<String, Object> har = new LinkedHashMap<>();
    har.put("size", entry.responseLength());
    har.put("mimeType", mimeType(entry.responseHeaders()));
    if (entry.responseBody().length > 0) {
      har.put("text", content.text());
      if (content.base64()) {
        har.put("encoding", "base64");
      }
    }
    if (content.cut()) {
      har.put("comment", cut(entry.responseBody().length, entry.responseLength()));
    }
    return har;
  }

  private static String cut(long kept, long all) {
    return "the journal kept " + kept + " of " + all + " bytes";
  }

  private static String mimeType(Headers headers) {
    String type = headers.first("Content-Type");
    return type == null ? "application/octet-stream" : type;
  }

  private static List<Map<String, Object>> pairs(NamedValues values) {
    List<Map<String, Object>> pairs = new ArrayList<>();
    for (String name : values.names()) {
      values.all(name).forEach(value -> pairs.add(pair(name, value)));
    }
    return pairs;
  }

  private static Map<String, Object> pair(String name, String value) {
    Map<String, Object> pair = new LinkedHashMap<>();
    pair.put("name", name);
    pair.put("value", value);
    return pair;
  }

  private static List<Map<String, Object>> setCookies(Headers headers) {
    List<Map<String, Object>> cookies = new ArrayList<>();
    for (String field : headers.all("Set-Cookie")) {
      String first = field.split(";", 2)[0];
      int equals = first.indexOf('=');
      if (equals > 0) {
        cookies.add(pair(first.substring(0, equals).strip(), first.substring(equals + 1).strip()));
      }
    }
    return cookies;
  }
}
