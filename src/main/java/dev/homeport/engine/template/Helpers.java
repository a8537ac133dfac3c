package dev.homeport.engine.template;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of all helpers, from which calls are checked and misspelt names corrected. */
final class Helpers {

  /** Blocks; they have no value, so they are no helpers. */
  static final List<String> BLOCKS = List.of("if", "unless", "each", "with", "repeat");

  /** Helpers of Handlebars that render nothing here or reach for files. */
  static final Set<String> REFUSED =
      Set.of("log", "i18n", "block", "precompile", "embedded", "partial");

  private final Map<String, Helper> byName = new LinkedHashMap<>();

  Helpers(FakeData fakes) {
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
      family.forEach(helper -> byName.put(helper.name(), helper));
    }
  }

  @Nullable Helper find(String name) {
    return byName.get(name);
  }

  Collection<String> names() {
    return byName.keySet();
  }

  Collection<Helper> all() {
    return byName.values();
  }
}
