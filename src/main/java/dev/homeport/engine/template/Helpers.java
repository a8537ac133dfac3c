package dev.homeport.engine.template;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of all helpers, from which calls are checked and misspelt names corrected. Safe for any
 * number of threads.
 */
final class Helpers {

  /** Blocks; they have no value, so they are no helpers. */
  static final List<String> BLOCKS = List.of("if", "unless", "each", "with", "repeat");

  /** Helpers of Handlebars that render nothing here or reach for files. */
  static final Set<String> REFUSED =
      Set.of("log", "i18n", "block", "precompile", "embedded", "partial");

  private final FakeData fakes;

  /** Made when the first name is looked up that is none of the request's: it takes a moment. */
  private volatile @Nullable Map<String, Helper> byName;

  Helpers(FakeData fakes) {
    this.fakes = fakes;
  }

  private Map<String, Helper> byName() {
    Map<String, Helper> made = byName;
    if (made == null) {
      made = table();
      byName = made;
    }
    return made;
  }

  private Map<String, Helper> table() {
    Map<String, Helper> table = new LinkedHashMap<>();
    for (List<Helper> family :
        List.of(
            ValueHelpers.all(),
            ListHelpers.all(),
            ComparisonHelpers.all(),
            ChanceHelpers.all(),
            TimeHelpers.all(),
            LookHelpers.all(),
            TextHelpers.all(),
            EncodingHelpers.all(),
            TokenHelpers.all(),
            List.of(fakes.helper(), DataHelper.helper()))) {
      family.forEach(helper -> table.put(helper.name(), helper));
    }
    return table;
  }

  @Nullable Helper find(String name) {
    return byName().get(name);
  }

  Collection<String> names() {
    return byName().keySet();
  }

  Collection<Helper> all() {
    return byName().values();
  }
}
