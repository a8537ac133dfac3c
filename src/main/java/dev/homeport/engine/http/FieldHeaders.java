package dev.homeport.engine.http;

import org.jspecify.annotations.Nullable;

/** Fields as they came or are about to leave. */
final class FieldHeaders extends Headers {

  static final FieldHeaders NONE = new FieldHeaders(new Field[0]);

  /** Never changed. */
  private final Field[] fields;

  /** Takes the array over. */
  FieldHeaders(Field[] fields) {
    this.fields = fields;
  }

  @Override
  public int size() {
    return fields.length;
  }

  @Override
  public Field field(int index) {
    return fields[index];
  }

  @Override
  public @Nullable String first(String name) {
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        return field.value();
      }
    }
    return null;
  }
}
