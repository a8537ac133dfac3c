package dev.homeport.cli;

import dev.homeport.engine.json.Json;
import dev.homeport.server.port.AddressText;
import dev.homeport.server.port.HeldPort;
import dev.homeport.server.port.Holder;
import dev.homeport.server.port.PortHolders;
import dev.homeport.server.port.TcpSocket;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists who listens on loopback, or says who holds one port. */
@Command(
    name = "ports",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = ProgramVersion.class,
    description = {
      "List who listens on loopback: port, address, process.",
      "With PORT, who holds that one; exit status 1 when nobody does."
    })
final class PortsCommand implements Callable<Integer> {

  private static final int LAST_PORT = 65_535;

  private final Terminal terminal;

  @Parameters(arity = "0..1", paramLabel = "PORT", description = "The port to ask for.")
  private @Nullable String port;

  @Option(names = "--json", description = "Print the list as JSON, for programs.")
  private boolean json;

  PortsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws UsageException {
    int asked = port == null ? 0 : number(port);
    List<HeldPort> held;
    try {
      PortHolders holders = PortHolders.ofSystem();
      held = asked == 0 ? holders.onLoopback() : holders.of(asked);
    } catch (IOException e) {
      terminal.err().println("homeport: who holds which port cannot be seen: " + e.getMessage());
      return ExitStatus.NOT_STARTED;
    }
    if (json) {
      terminal.out().println(Json.write(held.stream().map(PortsCommand::asMap).toList()));
    } else if (held.isEmpty()) {
      String nobody = asked == 0 ? "nobody listens on loopback" : "nobody holds port " + asked;
      terminal.out().println(nobody);
    } else {
      terminal.out().print(new Table(held.stream().map(PortsCommand::row).toList()).render());
    }
    terminal.out().flush();
    return asked != 0 && held.isEmpty() ? ExitStatus.PROBLEMS : ExitStatus.FINE;
  }

  private static int number(String text) throws UsageException {
    int number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (number < 1 || number > LAST_PORT) {
      throw new UsageException("'" + text + "' is no port (write a number from 1 to 65535)");
    }
    return number;
  }

  private static List<String> row(HeldPort held) {
    TcpSocket socket = held.socket();
    return List.of(
        Integer.toString(socket.port()), AddressText.of(socket.address()), held.holderWords());
  }

  private static Map<String, Object> asMap(HeldPort held) {
    TcpSocket socket = held.socket();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("port", socket.port());
    map.put("address", AddressText.bare(socket.address()));
    map.put("state", socket.state().name().toLowerCase(Locale.ROOT));
    if (held.holder() instanceof Holder.Running running) {
      map.put("pid", running.pid());
      map.put("command", running.command());
      running.startedAt().ifPresent(started -> map.put("since", started.toString()));
      map.put("homeport", running.kind() != Holder.Running.Kind.OTHER);
    } else if (held.holder() instanceof Holder.OfUser user) {
      map.put("uid", Integer.toUnsignedLong(user.uid()));
    }
    return map;
  }
}
