package dev.homeport.cli;

import dev.homeport.server.Reach;
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
      Reach reach = each.port().reach();
      variables.put(name + "_URL", each.port().url());
      reach.localhostUrl().ifPresent(url -> variables.put(name + "_LOCALHOST_URL", url));
    }
    return variables;
  }
}
