package dev.homeport.server.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * An address, or all that begin alike: {@code 10.0.0.0/8}.
 *
 * @param bits how many at the beginning are alike
 */
record AddressRange(InetAddress first, int bits) {

  /** The range that a text names, or null when it names none; a name is not looked up. */
  static @Nullable AddressRange parse(String text) {
    int slash = text.indexOf('/');
    InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      return null;
    }
    int most = address.getAddress().length * 8;
    if (slash < 0) {
      return new AddressRange(address, most);
    }
    String bits = text.substring(slash + 1);
    int count = bits.matches("\\d{1,3}") ? Integer.parseInt(bits) : -1;
    return count < 0 || count > most ? null : new AddressRange(address, count);
  }

  /** An address in its usual form, IPv6 with or without brackets; null for a name. */
  static @Nullable InetAddress address(String text) {
    boolean isFour =
        text.matches("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    if (!isFour && !text.matches("\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?")) {
      return null;
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      return null;
    }
  }

  boolean contains(InetAddress address) {
    byte[] own = first.getAddress();
    byte[] other = address.getAddress();
    if (own.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit & 7);
      if ((own[bit >> 3] & mask) != (other[bit >> 3] & mask)) {
        return false;
      }
    }
    return true;
  }
}
