package dev.homeport.cli;

import dev.homeport.definition.setting.Setting;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a server that answers from a folder of mock files, as {@link SettingOptions}. */
final class ServeOptions {

  @Mixin private SettingOptions server = new SettingOptions();

  @Option(
      names = "--strict",
      negatable = true,
      description = "Do not start when there is a problem in any file.")
  private @Nullable Boolean strict;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Make random values the same in every run.")
  private @Nullable String seed;

  @Option(
      names = "--clock",
      paramLabel = "INSTANT",
      description = "Let templates see this instant: 2026-01-31T12:00:00Z.")
  private @Nullable String clock;

  @Option(
      names = "--watch",
      negatable = true,
      description = "Reload files that are edited while it runs (default).")
  private @Nullable Boolean watch;

  @Option(
      names = "--save-data",
      negatable = true,
      description = {
        "Write data collections that requests changed back to the",
        "files of their seeds."
      })
  private @Nullable Boolean saveData;

  /** What was given, as texts. */
  Map<Setting, String> given() {
    Map<Setting, String> given = server.given();
    SettingOptions.put(given, Setting.STRICT, strict);
    SettingOptions.put(given, Setting.SEED, seed);
    SettingOptions.put(given, Setting.CLOCK, clock);
    SettingOptions.put(given, Setting.WATCH, watch);
    SettingOptions.put(given, Setting.SAVE_DATA, saveData);
    return given;
  }
}
