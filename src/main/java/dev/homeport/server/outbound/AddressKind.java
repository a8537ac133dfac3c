package dev.homeport.server.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** What an address leads to, by the registries of special addresses (RFC 6890). */
enum AddressKind {
  /** A server of the internet. */
  PUBLIC("a public address"),
  /** This machine. */
  LOOPBACK("this machine"),
  /** A machine of a private network. */
  PRIVATE("a private network"),
  /** A neighbour on the same cable; clouds serve the machine's secrets there (169.254.169.254). */
  LINK_LOCAL("the local link"),
  /** None that anybody should answer at. */
  SPECIAL("a special address");

  private final String words;

  AddressKind(String words) {
    this.words = words;
  }

  /** {@code a private network}. */
  String words() {
    return words;
  }

  static AddressKind of(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return LOOPBACK;
    } else if (address.isLinkLocalAddress()) {
      return LINK_LOCAL;
    } else if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
      return SPECIAL;
    } else if (address instanceof Inet6Address) {
      return ofSix(address.getAddress());
    } else if (address instanceof Inet4Address) {
      return ofFour(address.getAddress());
    }
    return SPECIAL;
  }

  private static AddressKind ofFour(byte[] bytes) {
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    int third = bytes[2] & 0xFF;
    if (first == 10
        || (first == 172 && (second & 0xF0) == 16)
        || (first == 192 && second == 168)
        || (first == 100 && (second & 0xC0) == 64)) {
      return PRIVATE;
    }
    boolean isSpecial =
        first == 0
            || first >= 240
            || (first == 192 && second == 0 && third == 0)
            || (first == 198 && (second & 0xFE) == 18);
    return isSpecial ? SPECIAL : PUBLIC;
  }

  private static AddressKind ofSix(byte[] bytes) {
    int first = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    if ((first & 0xFE00) == 0xFC00) {
      return PRIVATE;
    } else if ((first & 0xFFC0) == 0xFEC0) {
      return SPECIAL;
    } else if (first == 0x2002) {
      return embedded(bytes, 2); // 6to4
    } else if (first == 0x0064 && (bytes[2] & 0xFF) == 0xFF && (bytes[3] & 0xFF) == 0x9B) {
      return embedded(bytes, 12); // NAT64
    }
    return (first & 0xE000) == 0x2000 ? PUBLIC : SPECIAL;
  }

  /** The IPv4 address that a translating network sends to. */
  private static AddressKind embedded(byte[] bytes, int offset) {
    byte[] four = {bytes[offset], bytes[offset + 1], bytes[offset + 2], bytes[offset + 3]};
    try {
      return of(InetAddress.getByAddress(four));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
