package dev.homeport.engine.json;

import org.jspecify.annotations.Nullable;

/** A place in a JSON value on the way down; written out only when somebody reads it. Immutable. */
record JsonPlace(@Nullable JsonPlace outer, String step) {

  JsonPlace member(String name) {
    return new JsonPlace(this, name.matches("[A-Za-z_][A-Za-z0-9_-]*") ? "." + name : quoted(name));
  }

  JsonPlace item(int index) {
    return new JsonPlace(this, "[" + index + "]");
  }

  private static String quoted(String name) {
    return "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
  }

  @Override
  public String toString() {
    StringBuilder path = new StringBuilder();
    for (JsonPlace place = this; place != null; place = place.outer) {
      path.insert(0, place.step);
    }
    return path.toString();
  }
}
