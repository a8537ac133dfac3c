package dev.homeport.server.port;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as people write them, and as they stand in a URL. */
public final class AddressText {

  private static final int GROUPS = 8;
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  private AddressText() {}

  /** As in a URL: {@code 127.0.0.1}, {@code [::1]}; without its zone. */
  public static String of(InetAddress address) {
    return address instanceof Inet6Address ? "[" + bare(address) + "]" : bare(address);
  }

  /** {@code 127.0.0.1}; {@code ::1}, the longest run of zeros left out (RFC 5952, 4.2). */
  public static String bare(InetAddress address) {
    return address instanceof Inet6Address six ? compressed(six) : address.getHostAddress();
  }

  private static String compressed(Inet6Address address) {
    int[] groups = groups(address.getAddress());
    int from = -1;
    int length = 1; // a single zero is written
    for (int i = 0; i < GROUPS; i++) {
      int run = zeros(groups, i);
      if (run > length) {
        from = i;
        length = run;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == from) {
        text.append("::");
        i += length - 1;
      } else {
        if (i > 0 && text.charAt(text.length() - 1) != ':') {
          text.append(':');
        }
        text.append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }

  private static int[] groups(byte[] bytes) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
    }
    return groups;
  }

  private static int zeros(int[] groups, int from) {
    int end = from;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - from;
  }

  /**
   * The address that a literal is, in brackets or not; null when it is none. No name is looked up.
   */
  static @Nullable InetAddress parse(String text) {
    String literal =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    int zone = literal.indexOf('%'); // an interface, which may have another name here
    String bare = zone < 0 ? literal : literal.substring(0, zone);
    if (!IPV4.matcher(bare).matches() && !IPV6.matcher(bare).matches()) {
      return null;
    }
    try {
      return InetAddress.getByName(bare);
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
