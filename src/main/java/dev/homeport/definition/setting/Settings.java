package dev.homeport.definition.setting;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.answer.Delay;
import dev.homeport.engine.journal.JournalLimits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that somebody set, checked already; the accessors give the default where nobody did.
 * Immutable.
 *
 * @param values texts that {@link Setting#check} takes
 */
public record Settings(Map<Setting, String> values) {

  private static final long MAX_BODY_BYTES = 64L << 20;
  private static final Duration BODY_TIMEOUT = Duration.ofSeconds(60);

  /** Checks each value. */
  public Settings {
    values = Map.copyOf(values);
    values.forEach((setting, value) -> required(() -> setting.check(value)));
  }

  /** Nothing set. */
  public static Settings none() {
    return new Settings(Map.of());
  }

  /** These settings, and where they are silent, the others. */
  public Settings orElse(Settings lower) {
    Map<Setting, String> all = new EnumMap<>(Setting.class);
    all.putAll(lower.values);
    all.putAll(values);
    return new Settings(all);
  }

  /**
   * What holds for a service: what was set from outside, else by itself, else by the folder that it
   * lies in. What its routes mean, only it can say, and its port: else it has any, and all of them
   * have any where port 0 was set from outside.
   *
   * @param outside the command line's and the environment's
   * @param whole those of the folder around it
   */
  public static Settings ofService(Settings outside, Settings service, Settings whole) {
    int port = outside.port().orElse(1) == 0 ? 0 : service.port().orElse(0);
    return new Settings(Map.of(Setting.PORT, Integer.toString(port)))
        .orElse(outside.shared())
        .orElse(service)
        .orElse(whole.shared());
  }

  private Settings shared() {
    Map<Setting, String> shared = new EnumMap<>(Setting.class);
    values.forEach(
        (setting, value) -> {
          if (setting.isOption() && setting != Setting.PORT) {
            shared.put(setting, value);
          }
        });
    return new Settings(shared);
  }

  /** What other settings say otherwise, values that nobody set among them. */
  public Set<Setting> differences(Settings others) {
    Set<Setting> differences = EnumSet.allOf(Setting.class);
    differences.removeIf(
        setting -> Objects.equals(values.get(setting), others.values.get(setting)));
    return differences;
  }

  /** The port asked for: empty for {@code auto} (the default), 0 for any, else the number. */
  public OptionalInt port() {
    String port = values.getOrDefault(Setting.PORT, Setting.AUTO);
    return port.equals(Setting.AUTO) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port));
  }

  /** The name of the service that the folder is: {@code users}; empty when it is none. */
  public Optional<String> service() {
    return Optional.ofNullable(values.get(Setting.SERVICE));
  }

  /** The address to listen on; empty for loopback, both families. */
  public Optional<String> host() {
    return Optional.ofNullable(values.get(Setting.HOST));
  }

  /** Host names that requests may have besides those of this machine; none by default. */
  public List<String> allowedHosts() {
    String hosts = values.get(Setting.ALLOW_HOST);
    return hosts == null ? List.of() : SettingSyntax.list(hosts);
  }

  /**
   * Which pages may read answers: {@code local} (the default), {@code any}, {@code none}, or
   * origins.
   */
  public List<String> cors() {
    return SettingSyntax.list(values.getOrDefault(Setting.CORS, "local"));
  }

  /** Other servers that {@code proxy} and {@code callback} may call; none by default. */
  public List<String> allowedOutbound() {
    String targets = values.get(Setting.ALLOW_OUTBOUND);
    return targets == null ? List.of() : SettingSyntax.list(targets);
  }

  /** What requests to the control API must bring; empty when they need not. */
  public Optional<String> adminToken() {
    return Optional.ofNullable(values.get(Setting.ADMIN_TOKEN));
  }

  /** A file to write the port into; one that the folder names is absolute. Empty for none. */
  public Optional<Path> portFile() {
    return Optional.ofNullable(values.get(Setting.PORT_FILE)).map(Path::of);
  }

  /** A file to write the URLs into, as variables; one that the folder names is absolute. */
  public Optional<Path> envFile() {
    return Optional.ofNullable(values.get(Setting.ENV_FILE)).map(Path::of);
  }

  /** Whether a problem keeps the server from starting; false by default. */
  public boolean strict() {
    return isTrue(Setting.STRICT);
  }

  /** The delay of every route that has none of its own; empty for none. */
  public Optional<Delay> delay() {
    return Optional.ofNullable(values.get(Setting.DELAY))
        .map(text -> required(() -> Delay.parse(text)));
  }

  /** The seed of all chance; empty for real chance. */
  public OptionalLong seed() {
    String seed = values.get(Setting.SEED);
    return seed == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(seed));
  }

  /** The clock that templates see: the system's in UTC, or one that stands still. */
  public Clock clock() {
    String clock = values.get(Setting.CLOCK);
    return clock == null
        ? Clock.systemUTC()
        : Clock.fixed(required(() -> SettingSyntax.instant(clock)), ZoneOffset.UTC);
  }

  /** Largest request body in bytes; 64 MiB by default. */
  public long maxBodyBytes() {
    String size = values.get(Setting.MAX_BODY);
    return size == null ? MAX_BODY_BYTES : required(() -> SettingSyntax.bytes(size));
  }

  /** How long a request body may stop coming; 60 seconds by default. */
  public Duration bodyTimeout() {
    String patience = values.get(Setting.BODY_TIMEOUT);
    return patience == null ? BODY_TIMEOUT : required(() -> Delay.duration(patience));
  }

  /** How many requests the journal holds, and how many bytes; 10,000 and 64 MiB by default. */
  public JournalLimits journal() {
    String entries = values.get(Setting.JOURNAL_ENTRIES);
    String bytes = values.get(Setting.JOURNAL_BYTES);
    return new JournalLimits(
        entries == null ? JournalLimits.DEFAULT.entries() : Integer.parseInt(entries),
        bytes == null ? JournalLimits.DEFAULT.bytes() : required(() -> SettingSyntax.bytes(bytes)),
        JournalLimits.DEFAULT.body());
  }

  /** Whether every request is logged, not only those that no route answered; false by default. */
  public boolean verbose() {
    return isTrue(Setting.VERBOSE);
  }

  /** Whether standard error has problems only; false by default. */
  public boolean quiet() {
    return isTrue(Setting.QUIET);
  }

  /** Whether results are written as JSON; false by default. */
  public boolean json() {
    return isTrue(Setting.JSON);
  }

  /** Whether edits of the files are seen while it runs; true by default. */
  public boolean watch() {
    return !"false".equals(values.get(Setting.WATCH));
  }

  /** Whether changed collections are written back to their seed files; false by default. */
  public boolean saveData() {
    return isTrue(Setting.SAVE_DATA);
  }

  /** Whether a request may choose its response by {@code Prefer}; true by default. */
  public boolean prefer() {
    return !"false".equals(values.get(Setting.PREFER));
  }

  /** Whether {@code /a} and {@code /a/} are one; false by default. */
  public boolean ignoreTrailingSlash() {
    return Setting.IGNORE.equals(values.get(Setting.TRAILING_SLASH));
  }

  private boolean isTrue(Setting setting) {
    return "true".equals(values.get(setting));
  }

  @FunctionalInterface
  private interface Parsing<T> {
    @Nullable T parse() throws SyntaxException;
  }

  @FunctionalInterface
  private interface Checking {
    void check() throws SyntaxException;
  }

  private static void required(Checking checking) {
    required(
        () -> {
          checking.check();
          return Boolean.TRUE;
        });
  }

  private static <T> T required(Parsing<T> parsing) {
    try {
      T value = parsing.parse();
      if (value == null) {
        throw new IllegalArgumentException("a setting without a value");
      }
      return value;
    } catch (SyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
