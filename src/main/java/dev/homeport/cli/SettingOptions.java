package dev.homeport.cli;

import dev.homeport.definition.setting.Setting;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of a server, whatever it answers with. Each has a twin in {@code homeport.yaml} and
 * the environment.
 */
final class SettingOptions {

  @Option(
      names = "--port",
      paramLabel = "N|auto",
      description = {
        "The port: a number, 0 for any that is free, or",
        "auto (default): 49342 if it is free, else a free one.",
        "Services have their own; with 0, any that is free."
      })
  private @Nullable String port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Listen on this address (default: 127.0.0.1 and ::1).")
  private @Nullable String host;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME,…",
      description = {
        "Answer requests to these hosts, too: mocks.test or",
        "*.mocks.test (default: localhost, 127.0.0.1, [::1])."
      })
  private @Nullable String allowHost;

  @Option(
      names = "--cors",
      paramLabel = "WHO",
      description = {
        "Which pages may read the answers: local (default: those",
        "of this machine), any, none, or origins beside the local."
      })
  private @Nullable String cors;

  @Option(
      names = "--allow-outbound",
      paramLabel = "HOST,…",
      description = {
        "Servers that proxy and callback may call: localhost:3000,",
        "api.example.com, *.example.com, 10.0.0.0/8 (default: none)."
      })
  private @Nullable String allowOutbound;

  @Option(
      names = "--admin-token",
      paramLabel = "TOKEN",
      description = {
        "What requests to the control API (/__homeport) must bring:",
        "Authorization: Bearer TOKEN. Needed beyond loopback; better",
        "set HOMEPORT_ADMIN_TOKEN, which no list of processes shows."
      })
  private @Nullable String adminToken;

  @Option(
      names = "--port-file",
      paramLabel = "FILE",
      description = "Write the port into this file while serving.")
  private @Nullable String portFile;

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description = {
        "Write HOMEPORT_URL=…, and USERS_URL=… of a service, into",
        "this file while serving."
      })
  private @Nullable String envFile;

  @Option(
      names = "--delay",
      paramLabel = "DELAY",
      description = {
        "Delay of every response that has none of its own:",
        "250ms, or 100ms..2s for a random one."
      })
  private @Nullable String delay;

  @Option(
      names = "--max-body",
      paramLabel = "SIZE",
      description = {"Largest request body, or message of a WebSocket", "(default: 64MiB)."})
  private @Nullable String maxBody;

  @Option(
      names = "--body-timeout",
      paramLabel = "TIME",
      description = "How long a request body may stop coming (default: 60s).")
  private @Nullable String bodyTimeout;

  @Option(
      names = "--journal-entries",
      paramLabel = "N",
      description = {
        "How many requests the journal holds (default: 10000);",
        "the oldest go first."
      })
  private @Nullable String journalEntries;

  @Option(
      names = "--journal-bytes",
      paramLabel = "SIZE",
      description = "How much memory the journal takes (default: 64MiB).")
  private @Nullable String journalBytes;

  @Option(
      names = "--verbose",
      negatable = true,
      description = "Log every request, not only those without an answer.")
  private @Nullable Boolean verbose;

  @Option(
      names = "--quiet",
      negatable = true,
      description = {
        "Only problems on standard error: of the files, and",
        "requests without an answer."
      })
  private @Nullable Boolean quiet;

  @Option(
      names = "--json",
      negatable = true,
      description = "Print the start line as JSON, for programs.")
  private @Nullable Boolean json;

  /** What was given, as texts. */
  Map<Setting, String> given() {
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    put(given, Setting.PORT, port);
    put(given, Setting.HOST, host);
    put(given, Setting.ALLOW_HOST, allowHost);
    put(given, Setting.CORS, cors);
    put(given, Setting.ALLOW_OUTBOUND, allowOutbound);
    put(given, Setting.ADMIN_TOKEN, adminToken);
    put(given, Setting.PORT_FILE, portFile);
    put(given, Setting.ENV_FILE, envFile);
    put(given, Setting.DELAY, delay);
    put(given, Setting.MAX_BODY, maxBody);
    put(given, Setting.BODY_TIMEOUT, bodyTimeout);
    put(given, Setting.JOURNAL_ENTRIES, journalEntries);
    put(given, Setting.JOURNAL_BYTES, journalBytes);
    put(given, Setting.VERBOSE, verbose);
    put(given, Setting.QUIET, quiet);
    put(given, Setting.JSON, json);
    return given;
  }

  static void put(Map<Setting, String> given, Setting setting, @Nullable Object value) {
    if (value != null) {
      given.put(setting, value.toString());
    }
  }
}
