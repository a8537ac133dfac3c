package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The request came from one of these addresses, or from this machine ({@code loopback}). */
public record FromClient(List<InetAddress> addresses, boolean loopback) implements Condition {

  public FromClient {
    addresses = List.copyOf(addresses);
  }

  @Override
  public @Nullable Mismatch check(Scope scope) {
    InetAddress client = scope.request().client();
    if (addresses.contains(client) || (loopback && client.isLoopbackAddress())) {
      return null;
    }
    return new Said(() -> "client", this::expected, client::getHostAddress);
  }

  private String expected() {
    return "to be "
        + Stream.concat(
                addresses.stream().map(InetAddress::getHostAddress),
                loopback ? Stream.of("loopback") : Stream.of())
            .collect(Collectors.joining(" or "));
  }

  @Override
  public String described() {
    return "client " + expected();
  }

  @Override
  public int rank() {
    return Rank.HEAD;
  }
}
