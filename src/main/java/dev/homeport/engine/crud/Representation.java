package dev.homeport.engine.crud;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeport.engine.answer.DataStep.Outcome;
import dev.homeport.engine.data.Data;
import dev.homeport.engine.http.EntityTags;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value as it is sent: JSON, and an entity tag that is equal for equal bytes, after a restart and
 * on other ports, too. Immutable.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
record Representation(byte[] bytes, String etag) {

  private static final int TAG_BYTES = 12;

  static Representation of(@Nullable Object value) {
    byte[] bytes = Json.write(value).getBytes(UTF_8);
    return new Representation(bytes, etag(bytes));
  }

  private static String etag(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  Outcome outcome(int status, Data after, Field... more) {
    List<Field> headers = new ArrayList<>();
    headers.add(new Field("Content-Type", "application/json"));
    headers.add(new Field("ETag", etag));
    headers.addAll(List.of(more));
    return new Outcome(status, headers, bytes, after);
  }

  /**
   * Checks that a request to change this saw it as it is: {@code If-Match}, {@code If-None-Match}
   * (RFC 9110, 13.1).
   */
  void checkSeenBy(Headers request) throws RefusedException {
    List<String> ifMatch = request.all("If-Match");
    List<String> ifNoneMatch = request.all("If-None-Match");
    boolean isOther = !ifMatch.isEmpty() && !EntityTags.parse(ifMatch).containStrongly(etag);
    boolean isUnwanted =
        !ifNoneMatch.isEmpty() && EntityTags.parse(ifNoneMatch).containWeakly(etag);
    if (isOther || isUnwanted) {
      throw new RefusedException(
          412,
          "Precondition failed",
          (isOther ? "If-Match" : "If-None-Match")
              + " does not hold: the entity tag is "
              + etag
              + " now (read it again, then change that).");
    }
  }
}
