package dev.homeport.server.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.homeport.engine.answer.Content;
import dev.homeport.engine.answer.ProblemReply;
import dev.homeport.engine.answer.Reply;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file as it goes out: its validators, and on a 200 to GET or HEAD what RFC 9110, 13 and 14 make
 * of the request. The author's own ETag and Last-Modified stand for the file's.
 */
final class StoredDelivery {

  /**
   * Cannot occur at the beginning of a line of a text; a binary file may hold it by malice only.
   */
  private static final String BOUNDARY = "homeport-byteranges-7d1f0c2a94e6";

  private final Request request;
  private final Reply reply;
  private final Content content;
  private final long total;
  private final List<Field> fields;

  private StoredDelivery(Request request, Reply reply, Content content) {
    this.request = request;
    this.reply = reply;
    this.content = content;
    this.total = content.length();
    this.fields = new ArrayList<>(Delivery.withoutFraming(reply.headers()).fields());
  }

  static Delivery of(Request request, Reply reply, Content content) {
    return new StoredDelivery(request, reply, content).decide();
  }

  private Delivery decide() {
    if (Delivery.hasNoBody(reply.status())) {
      return new Delivery(reply.status(), reply.reason(), Headers.of(fields), List.of());
    }
    if (reply.status() != 200 || !Delivery.isRead(request)) {
      return whole();
    }
    String etag = orElse("ETag", content.etag());
    String modified = orElse("Last-Modified", HttpDate.format(content.lastModified()));
    orElse("Accept-Ranges", "bytes");
    Instant instant = HttpDate.parse(modified);
    Preconditions preconditions = new Preconditions(etag, instant);
    if (preconditions.fail(request.headers())) {
      return problem(412, "Precondition failed", "The file is not the one asked for.", List.of());
    }
    if (preconditions.areFresh(request.headers())) {
      return Delivery.notModified(Headers.of(fields));
    }
    String range = request.headers().first("Range");
    boolean mayBePart =
        request.method().equals("GET") && preconditions.allowRange(request.headers());
    if (range == null || !mayBePart) {
      return whole();
    }
    List<ByteRange> parts = ByteRange.parse(range, total);
    return parts == null ? whole() : parts(parts, range);
  }

  /** The author's field, or this one, which is added then. */
  private String orElse(String name, String value) {
    String own = reply.headers().first(name);
    if (own != null) {
      return own;
    }
    fields.add(new Field(name, value));
    return value;
  }

  private Delivery whole() {
    List<Segment> body = total == 0 ? List.of() : List.of(new Segment.Slice(content, 0, total));
    return new Delivery(reply.status(), reply.reason(), Headers.of(fields), body);
  }

  private Delivery parts(List<ByteRange> parts, String range) {
    if (parts.isEmpty()) {
      String detail = "The range '" + range + "' lies outside of the " + total + " bytes.";
      List<Field> contentRange = List.of(new Field("Content-Range", "bytes */" + total));
      return problem(416, "Range not satisfiable", detail, contentRange);
    }
    if (parts.size() > 1) {
      return severalParts(parts);
    }
    ByteRange only = parts.get(0);
    fields.add(new Field("Content-Range", only.contentRange(total)));
    return new Delivery(206, null, Headers.of(fields), List.of(slice(only)));
  }

  /** A body of {@code multipart/byteranges} (RFC 9110, 14.6). */
  private Delivery severalParts(List<ByteRange> parts) {
    String type = reply.headers().first("Content-Type");
    List<Segment> body = new ArrayList<>();
    for (ByteRange part : parts) {
      body.add(text(partHead(part, type)));
      body.add(slice(part));
    }
    body.add(text("\r\n--" + BOUNDARY + "--\r\n"));
    fields.removeIf(field -> field.name().equalsIgnoreCase("Content-Type"));
    fields.add(new Field("Content-Type", "multipart/byteranges; boundary=" + BOUNDARY));
    return new Delivery(206, null, Headers.of(fields), body);
  }

  private String partHead(ByteRange part, @Nullable String type) {
    String contentType = type == null ? "" : "Content-Type: " + type + "\r\n";
    String range = "Content-Range: " + part.contentRange(total) + "\r\n";
    return "\r\n--" + BOUNDARY + "\r\n" + contentType + range + "\r\n";
  }

  private Segment slice(ByteRange part) {
    return new Segment.Slice(content, part.from(), part.length());
  }

  private static Segment text(String text) {
    return new Segment.Bytes(text.getBytes(ISO_8859_1));
  }

  private Delivery problem(int status, String title, String detail, List<Field> headers) {
    Reply problem = ProblemReply.of(status, title, detail, Map.of(), headers);
    return Delivery.of(request, problem);
  }
}
