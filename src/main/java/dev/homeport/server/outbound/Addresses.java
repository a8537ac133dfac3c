package dev.homeport.server.outbound;

import dev.homeport.engine.http.HttpUrl;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * The addresses of a host, looked up once, that may be called: who connects to one of these
 * connects to what was checked. At least one, or the failure that says why there is none.
 */
record Addresses(List<InetSocketAddress> all, List<OutboundFailure> failures) {

  /** More are not tried. */
  private static final int MOST = 4;

  Addresses {
    all = List.copyOf(all);
    failures = List.copyOf(failures);
  }

  /** Looks a host up; blocks. */
  static Addresses of(HttpUrl url, AllowedTargets allowed) {
    String host = url.host();
    List<InetSocketAddress> all = new ArrayList<>();
    List<OutboundFailure> failures = new ArrayList<>();
    try {
      String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
      for (InetAddress found : found(name)) {
        OutboundFailure refusal = allowed.refusal(url, found);
        if (refusal != null) {
          failures.add(refusal);
        } else if (all.size() < MOST) {
          // The name is for TLS: who has the certificate, which name is asked for.
          InetAddress named = InetAddress.getByAddress(name, found.getAddress());
          all.add(new InetSocketAddress(named, url.port()));
        }
      }
    } catch (UnknownHostException e) {
      failures.add(
          new OutboundFailure(
              OutboundFailure.Kind.NO_ANSWER,
              "the host " + host + " is not known",
              "check its name, and the network"));
    }
    return new Addresses(all, failures);
  }

  /** Names of this machine lead to it, whatever a name server says (RFC 6761, 6.3). */
  private static InetAddress[] found(String name) throws UnknownHostException {
    if (name.equals("localhost") || name.endsWith(".localhost")) {
      byte[] six = new byte[16];
      six[15] = 1;
      return new InetAddress[] {
        InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), InetAddress.getByAddress(six)
      };
    }
    return InetAddress.getAllByName(name);
  }
}
