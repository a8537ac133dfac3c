package dev.homeport.engine.http;

import java.util.ArrayList;
import java.util.List;

/** The list of entity tags in {@code If-Match} and {@code If-None-Match} (RFC 9110, 8.8.3). */
public final class EntityTags {

  private static final String WEAK = "W/";

  private final List<String> tags;
  private final boolean any;

  private EntityTags(List<String> tags, boolean any) {
    this.tags = tags;
    this.any = any;
  }

  /** Reads all values of the field; what is no tag is passed over. */
  public static EntityTags parse(List<String> values) {
    List<String> tags = new ArrayList<>();
    boolean any = false;
    for (String value : values) {
      any |= value.strip().equals("*");
      collect(value, tags);
    }
    return new EntityTags(tags, any);
  }

  /** A comma may stand inside a tag, a quote may not. */
  private static void collect(String value, List<String> tags) {
    int open = value.indexOf('"');
    while (open >= 0) {
      int close = value.indexOf('"', open + 1);
      if (close < 0) {
        return;
      }
      boolean weak = value.startsWith(WEAK, open - WEAK.length());
      tags.add((weak ? WEAK : "") + value.substring(open, close + 1));
      open = value.indexOf('"', close + 1);
    }
  }

  /** {@code W/"a"} and {@code "a"} are alike: enough to say that nothing changed. */
  public boolean containWeakly(String tag) {
    return any || tags.stream().anyMatch(known -> opaque(known).equals(opaque(tag)));
  }

  /** Byte for byte alike: weak tags never are. */
  public boolean containStrongly(String tag) {
    return any || (!tag.startsWith(WEAK) && tags.contains(tag));
  }

  private static String opaque(String tag) {
    return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
  }
}
