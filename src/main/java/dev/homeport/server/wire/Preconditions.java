package dev.homeport.server.wire;

import dev.homeport.engine.http.EntityTags;
import dev.homeport.engine.http.Headers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a conditional request is to be carried out (RFC 9110, 13): what it says of the thing it
 * saw last, against the thing as it is. Only for GET and HEAD.
 *
 * @param etag of the thing as it is, or null when it has none
 * @param modified of the thing as it is, or null when that is not known
 */
record Preconditions(@Nullable String etag, @Nullable Instant modified) {

  /**
   * Whether the client asked for a thing that is not this one any more: 412.
   *
   * @param request the fields of the request
   */
  boolean fail(Headers request) {
    List<String> ifMatch = request.all("If-Match");
    if (!ifMatch.isEmpty()) {
      return etag == null || !EntityTags.parse(ifMatch).containStrongly(etag);
    }
    Instant unmodifiedSince = date(request.first("If-Unmodified-Since"));
    return unmodifiedSince != null && modified != null && seconds().isAfter(unmodifiedSince);
  }

  /** Whether the client has this very thing already: 304. */
  boolean areFresh(Headers request) {
    List<String> ifNoneMatch = request.all("If-None-Match");
    if (!ifNoneMatch.isEmpty()) {
      return etag != null && EntityTags.parse(ifNoneMatch).containWeakly(etag);
    }
    Instant modifiedSince = date(request.first("If-Modified-Since"));
    return modifiedSince != null && modified != null && !seconds().isAfter(modifiedSince);
  }

  /** Whether a part may be sent: the client's other parts are of this very thing (13.1.5). */
  boolean allowRange(Headers request) {
    String ifRange = request.first("If-Range");
    if (ifRange == null) {
      return true;
    }
    if (ifRange.contains("\"")) {
      return etag != null && EntityTags.parse(List.of(ifRange)).containStrongly(etag);
    }
    Instant date = date(ifRange);
    return date != null && modified != null && seconds().equals(date);
  }

  /** Header dates know no parts of a second. */
  private Instant seconds() {
    return modified == null ? Instant.MIN : modified.truncatedTo(ChronoUnit.SECONDS);
  }

  private static @Nullable Instant date(@Nullable String value) {
    return value == null ? null : HttpDate.parse(value);
  }
}
