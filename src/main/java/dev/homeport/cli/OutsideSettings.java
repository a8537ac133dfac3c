package dev.homeport.cli;

import dev.homeport.definition.setting.Setting;
import dev.homeport.definition.setting.Settings;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.template.VariableName;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line and the environment set; the command line wins. Both win over {@code
 * homeport.yaml}.
 *
 * @param settings checked
 * @param vars named values for templates
 */
record OutsideSettings(Settings settings, Map<String, String> vars) {

  /** The twin of {@code --var}: {@code HOMEPORT_VAR=name=text,other=text}. */
  static final String VARS = "HOMEPORT_VAR";

  OutsideSettings {
    vars = Map.copyOf(vars);
  }

  /**
   * Reads both. A variable of the environment that is empty counts as not set, and one that we do
   * not know may belong to somebody else.
   *
   * @param options given on the command line
   * @param vars given on the command line, each {@code NAME=TEXT}
   * @throws UsageException for the first value that is none, naming where it comes from
   */
  static OutsideSettings of(
      Map<Setting, String> options, List<String> vars, Map<String, String> environment)
      throws UsageException {
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      if (setting.isOption()) {
        String variable = environment.getOrDefault(setting.variable(), "");
        put(values, setting, variable.isEmpty() ? null : variable, setting.variable());
        put(values, setting, options.get(setting), "--" + setting.key());
      }
    }
    Map<String, String> named = new LinkedHashMap<>();
    String variable = environment.getOrDefault(VARS, "");
    if (!variable.isEmpty()) {
      for (String var : variable.split(",", -1)) {
        putVar(named, var, VARS);
      }
    }
    for (String var : vars) {
      putVar(named, var, "--var");
    }
    return new OutsideSettings(new Settings(values), named);
  }

  private static void put(
      Map<Setting, String> values, Setting setting, @Nullable String text, String source)
      throws UsageException {
    if (text == null) {
      return;
    }
    try {
      setting.check(text);
    } catch (SyntaxException e) {
      String hint = e.hint() == null ? "" : " (" + e.hint() + ")";
      throw new UsageException(source + ": " + e.getMessage() + hint);
    }
    values.put(setting, text);
  }

  private static void putVar(Map<String, String> named, String var, String source)
      throws UsageException {
    int equals = var.indexOf('=');
    String name = equals < 0 ? var : var.substring(0, equals);
    if (equals < 0 || !VariableName.isOne(name)) {
      throw new UsageException(
          source + ": '" + var + "' is not NAME=TEXT (write " + source(source) + ")");
    }
    named.put(name, var.substring(equals + 1));
  }

  private static String source(String source) {
    return source.equals(VARS) ? VARS + "=shop=Harbour,currency=EUR" : "--var shop=Harbour";
  }
}
