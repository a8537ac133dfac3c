package dev.homeport;

import dev.homeport.definition.setting.Setting;
import dev.homeport.definition.setting.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What to serve, and how. What is not said here comes from the folder's {@code homeport.yaml}, else
 * from the default. What the program alone prints and writes ({@code quiet}, {@code json}, {@code
 * port-file}, {@code env-file}) has no effect here. Immutable: each {@code with} gives new options.
 */
public final class HomeportOptions {

  private final MocksSource source;
  private final Settings settings;
  private final Map<String, String> vars;

  private HomeportOptions(MocksSource source, Settings settings, Map<String, String> vars) {
    this.source = source;
    this.settings = settings;
    this.vars = Map.copyOf(vars);
  }

  private static HomeportOptions of(MocksSource source) {
    return new HomeportOptions(source, Settings.none(), Map.of());
  }

  /** A folder of mock files. */
  public static HomeportOptions of(Path folder) {
    return of(new MocksSource.Folder(folder));
  }

  /**
   * A folder of the class path, {@code mocks} for what lies in {@code src/test/resources/mocks}.
   * One in a jar is copied to a temporary folder for as long as the server runs.
   *
   * @param folder without a slash at its beginning
   */
  public static HomeportOptions ofClassPath(String folder) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? HomeportOptions.class.getClassLoader() : context;
    return of(new MocksSource.ClassPath(folder, loader));
  }

  /** One mock file, as YAML text. */
  public static HomeportOptions ofYaml(String yaml) {
    return of(new MocksSource.Text(CallSite.here(), yaml));
  }

  /**
   * One mock file, as YAML text.
   *
   * @param name stands for the file in places
   */
  public static HomeportOptions ofYaml(String name, String yaml) {
    return of(new MocksSource.Text(new CallSite(name), yaml));
  }

  /** No route, until some are loaded. */
  public static HomeportOptions empty() {
    return of(new MocksSource.Text(new CallSite("nothing"), "{}"));
  }

  /**
   * The port on 127.0.0.1 and ::1; 0 for whatever the system gives, for services too. By default
   * 49342 if it is free, else a free one; services have their own.
   *
   * @throws IllegalArgumentException when it is not from 0 to 65535
   */
  public HomeportOptions withPort(int port) {
    return with(Setting.PORT, Integer.toString(port));
  }

  /**
   * What requests to the control API must bring, {@code Authorization: Bearer TOKEN}; beyond
   * loopback it is closed without one.
   *
   * @throws IllegalArgumentException when it has less than 8 characters, or a space
   */
  public HomeportOptions withAdminToken(String token) {
    return with(Setting.ADMIN_TOKEN, token);
  }

  /** The same, on whatever port the system gives unless {@link #withPort} said one. */
  public HomeportOptions withAnyPortByDefault() {
    return settings.values().containsKey(Setting.PORT) ? this : withPort(0);
  }

  /** An address to listen on instead of loopback. */
  public HomeportOptions withHost(String host) {
    return with(Setting.HOST, host);
  }

  /**
   * Host names that requests may have besides those of this machine: {@code mocks.test}, or {@code
   * *.mocks.test}; none by default.
   *
   * @throws IllegalArgumentException when one is no host name
   */
  public HomeportOptions withAllowedHosts(String... names) {
    return with(Setting.ALLOW_HOST, String.join(",", names));
  }

  /**
   * Servers that {@code proxy} and {@code callback} may call: {@code api.example.com}, {@code
   * localhost:3000}, {@code *.example.com}, {@code *} for all public ones, {@code 10.0.0.0/8}; none
   * by default.
   *
   * @throws IllegalArgumentException when one is no host
   */
  public HomeportOptions withAllowedOutbound(String... targets) {
    return with(Setting.ALLOW_OUTBOUND, String.join(",", targets));
  }

  /**
   * Which pages may read the answers: {@code local} (those of this machine, the default), {@code
   * any}, {@code none}, or origins beside the local ones.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  public HomeportOptions withCors(String... who) {
    return with(Setting.CORS, String.join(",", who));
  }

  /** Whether a problem in any file keeps the server from starting; false by default. */
  public HomeportOptions withStrict(boolean strict) {
    return with(Setting.STRICT, Boolean.toString(strict));
  }

  /**
   * The delay of every route that has none of its own; none by default. Counted in milliseconds.
   *
   * @throws IllegalArgumentException when it is negative or longer than 10 minutes
   */
  public HomeportOptions withDelay(Duration delay) {
    return with(Setting.DELAY, delay.toMillis() + "ms");
  }

  /** Makes random values the same in every run. */
  public HomeportOptions withSeed(long seed) {
    return with(Setting.SEED, Long.toString(seed));
  }

  /** The instant that templates see, standing still; the system's clock by default. */
  public HomeportOptions withClock(Instant instant) {
    return with(Setting.CLOCK, instant.toString());
  }

  /**
   * Largest request body in bytes, 64 MiB by default; a larger one is answered with 413.
   *
   * @throws IllegalArgumentException when it is negative or more than an array holds
   */
  public HomeportOptions withMaxBodyBytes(long bytes) {
    return with(Setting.MAX_BODY, Long.toString(bytes));
  }

  /**
   * Most requests that the journal holds, 10,000 by default; the oldest go first.
   *
   * @throws IllegalArgumentException when it is less than 1 or more than 67,108,864
   */
  public HomeportOptions withJournalEntries(int entries) {
    return with(Setting.JOURNAL_ENTRIES, Integer.toString(entries));
  }

  /**
   * About how much memory the journal takes, in bytes, 64 MiB by default; the oldest requests go
   * first.
   *
   * @throws IllegalArgumentException when it is less than 1 or more than 2 GiB
   */
  public HomeportOptions withJournalBytes(long bytes) {
    return with(Setting.JOURNAL_BYTES, Long.toString(bytes));
  }

  /** Names a value for templates; it wins over the files' value of that name. */
  public HomeportOptions withVar(String name, String value) {
    Map<String, String> all = new HashMap<>(vars);
    all.put(name, value);
    return new HomeportOptions(source, settings, all);
  }

  MocksSource source() {
    return source;
  }

  Settings settings() {
    return settings;
  }

  Map<String, String> vars() {
    return vars;
  }

  private HomeportOptions with(Setting setting, String value) {
    Map<Setting, String> all = new EnumMap<>(Setting.class);
    all.putAll(settings.values());
    all.put(setting, value);
    return new HomeportOptions(source, new Settings(all), vars);
  }
}
