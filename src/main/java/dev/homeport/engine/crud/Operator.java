package dev.homeport.engine.crud;

import dev.homeport.engine.data.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a list compares a field with what its query says, in the words of json-server: {@code
 * views_gte=10} (0.17) and {@code views:gte=10} (1.0) alike.
 */
enum Operator {
  EQ {
    @Override
    boolean holds(@Nullable Object field, String wanted) {
      return Fields.alike(field, wanted);
    }
  },
  NE {
    @Override
    boolean holds(@Nullable Object field, String wanted) {
      return !Fields.alike(field, wanted);
    }
  },
  GT {
    @Override
    boolean holds(@Nullable Object field, String wanted) {
      Integer order = order(field, wanted);
      return order != null && order > 0;
    }
  },
  GTE {
    @Override
    boolean holds(@Nullable Object field, String wanted) {
      Integer order = order(field, wanted);
      return order != null && order >= 0;
    }
  },
  LT {
    @Override
    boolean holds(@Nullable Object field, String wanted) {
      Integer order = order(field, wanted);
      return order != null && order < 0;
    }
  },
  LTE {
    @Override
    boolean holds(@Nullable Object field, String wanted) {
      Integer order = order(field, wanted);
      return order != null && order <= 0;
    }
  },
  /** A regular expression; compiled once a request, by {@link Filter}. */
  LIKE {
    @Override
    boolean holds(@Nullable Object field, String wanted) {
      throw new UnsupportedOperationException("compiled first");
    }
  },
  IN {
    @Override
    boolean holds(@Nullable Object field, String wanted) {
      for (String each : wanted.split(",", -1)) {
        if (Fields.alike(field, each)) {
          return true;
        }
      }
      return false;
    }
  },
  CONTAINS {
    @Override
    boolean holds(@Nullable Object field, String wanted) {
      return field instanceof List
          ? Fields.alike(field, wanted)
          : text(field).contains(low(wanted));
    }
  },
  STARTS_WITH {
    @Override
    boolean holds(@Nullable Object field, String wanted) {
      return text(field).startsWith(low(wanted));
    }
  },
  ENDS_WITH {
    @Override
    boolean holds(@Nullable Object field, String wanted) {
      return text(field).endsWith(low(wanted));
    }
  };

  /** Those that may stand behind an underscore. */
  private static final List<Operator> BEHIND_UNDERSCORE = List.of(GTE, LTE, GT, LT, NE, LIKE, IN);

  /** Whether a field, null when it is missing, is what is wanted. */
  abstract boolean holds(@Nullable Object field, String wanted);

  /** As it stands behind a colon, {@code startsWith}. */
  String word() {
    return switch (this) {
      case STARTS_WITH -> "startsWith";
      case ENDS_WITH -> "endsWith";
      default -> low(name());
    };
  }

  /** By its word in any case; null for none. */
  static @Nullable Operator of(String word) {
    for (Operator each : values()) {
      if (each.word().equalsIgnoreCase(word)) {
        return each;
      }
    }
    return null;
  }

  /** The one that ends a name, {@code views_gte}; null for none. */
  static @Nullable Operator endOf(String name) {
    for (Operator each : BEHIND_UNDERSCORE) {
      if (name.length() > each.suffix().length() && name.endsWith(each.suffix())) {
        return each;
      }
    }
    return null;
  }

  /** {@code _gte}. */
  String suffix() {
    return "_" + word();
  }

  /** Numbers by value, texts as texts (so dates in ISO 8601); null for what has no order. */
  private static @Nullable Integer order(@Nullable Object field, String wanted) {
    BigDecimal limit = Fields.number(wanted);
    BigDecimal number = limit == null ? null : Fields.number(field);
    if (limit != null && number != null) {
      return number.compareTo(limit);
    }
    return field instanceof String text ? text.compareTo(wanted) : null;
  }

  private static String text(@Nullable Object field) {
    return field == null ? "" : low(String.valueOf(field));
  }

  private static String low(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
