package dev.homeport.definition.record;

import dev.homeport.engine.answer.StatusPlan;
import dev.homeport.engine.http.Headers.Field;
import dev.homeport.engine.http.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A response without what is only of the moment: two that a client cannot tell apart are equal.
 * Immutable; nobody changes the bytes.
 */
final class RecordedAnswer {

  private final int status;
  private final @Nullable String contentType;
  private final List<Field> fields;
  private final byte[] body;
  private final boolean redacted;

  /**
   * An answer.
   *
   * @param contentType as it came, or null
   * @param fields the others that are kept, in their order
   * @param body without content coding where that is known
   * @param redacted whether a secret was replaced in it
   */
  RecordedAnswer(
      int status, @Nullable String contentType, List<Field> fields, byte[] body, boolean redacted) {
    this.status = status;
    this.contentType = contentType;
    this.fields = List.copyOf(fields);
    this.body = body;
    this.redacted = redacted;
  }

  int status() {
    return status;
  }

  @Nullable String contentType() {
    return contentType;
  }

  /** The media type without parameters in lower case; empty when none was sent. */
  String mediaType() {
    return contentType == null ? "" : MediaType.parse(contentType).essence();
  }

  List<Field> fields() {
    return fields;
  }

  byte[] body() {
    return body;
  }

  boolean isRedacted() {
    return redacted;
  }

  boolean hasBody() {
    return body.length > 0 && !StatusPlan.hasNoContent(status);
  }

  boolean hasField(String name) {
    return fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordedAnswer that
        && status == that.status
        && Objects.equals(contentType, that.contentType)
        && fields.equals(that.fields)
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * status + fields.hashCode()) + Arrays.hashCode(body);
  }
}
