package dev.homeport.server.wire;

import dev.homeport.engine.answer.Fault;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What of a whole response leaves before its fault. Stateless. */
final class FaultyResponse {

  private FaultyResponse() {}

  static Outgoing of(Outgoing whole, Fault fault) {
    if (fault instanceof Fault.Cut) {
      return half(whole, whole.headers(), fault);
    } else if (fault instanceof Fault.MalformedChunk) {
      return half(whole, chunked(whole.headers()), fault);
    } else if (fault instanceof Fault.Garbage garbage) {
      return headless(List.of(new Segment.Bytes(garbage.bytes())), whole.delay(), fault);
    } else if (fault instanceof Fault.Empty
        || fault instanceof Fault.Reset
        || fault instanceof Fault.Hang) {
      return headless(List.of(), whole.delay(), fault);
    }
    throw new AssertionError(fault);
  }

  private static Outgoing headless(List<Segment> raw, Duration delay, Fault fault) {
    long length = raw.stream().mapToLong(Segment::length).sum();
    return new Outgoing(0, "", Headers.none(), raw, length, delay, null, fault);
  }

  /** Rounded down, so that something is missing of any body; nothing of one of unknown length. */
  private static Outgoing half(Outgoing whole, Headers headers, Fault fault) {
    long length = whole.length() / 2;
    return new Outgoing(
        whole.status(),
        whole.reason(),
        headers,
        beginning(whole.body(), length),
        length,
        whole.delay(),
        whole.pace(),
        fault);
  }

  private static List<Segment> beginning(List<Segment> body, long length) {
    List<Segment> beginning = new ArrayList<>();
    long left = length;
    for (Segment segment : body) {
      long taken = Math.min(left, segment.length());
      if (taken > 0) {
        beginning.add(beginning(segment, taken));
      }
      left -= taken;
    }
    return beginning;
  }

  private static Segment beginning(Segment segment, long length) {
    if (segment instanceof Segment.Bytes bytes) {
      return new Segment.Bytes(Arrays.copyOf(bytes.content(), (int) length));
    } else if (segment instanceof Segment.Slice slice) {
      return new Segment.Slice(slice.content(), slice.from(), length);
    } else if (segment instanceof Segment.Relayed relayed) {
      return new Segment.Relayed(relayed.relay(), length);
    }
    throw new AssertionError(segment);
  }

  /** RFC 9112, 6.3: one of the two says where a body ends. */
  private static Headers chunked(Headers headers) {
    List<Field> fields = new ArrayList<>(headers.fields());
    fields.removeIf(field -> field.name().equalsIgnoreCase("Content-Length"));
    fields.add(new Field("Transfer-Encoding", "chunked"));
    return Headers.of(fields);
  }
}
