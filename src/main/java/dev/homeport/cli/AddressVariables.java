package dev.homeport.cli;

import dev.homeport.server.MockPort;
import dev.homeport.server.ServedFolder;
import dev.homeport.server.ServedMocks;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The variables that tell a program where the whole folder and its services answer. */
final class AddressVariables {

  private AddressVariables() {}

  /** {@code HOMEPORT_URL}, {@code USERS_URL} and, if they have it, {@code …_LOCALHOST_URL}. */
  static Map<String, String> of(ServedFolder served) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (ServedMocks each : served.all()) {
      String name = each.service().orElse("homeport").replace('-', '_').toUpperCase(Locale.ROOT);
      variables.putAll(of(name, each.port()));
    }
    return variables;
  }

  /** Those of one port. */
  static Map<String, String> of(String name, MockPort port) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(name + "_URL", port.url());
    port.reach().localhostUrl().ifPresent(url -> variables.put(name + "_LOCALHOST_URL", url));
    return variables;
  }
}
