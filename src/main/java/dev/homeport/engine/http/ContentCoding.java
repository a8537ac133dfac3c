package dev.homeport.engine.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Content codings of request bodies (RFC 9110, 8.4). Has no state; safe to share. */
public final class ContentCoding {

  /** What is understood, as {@code Accept-Encoding} says it. */
  public static final String KNOWN = "gzip, deflate";

  private static final Set<String> NAMES = Set.of("gzip", "x-gzip", "deflate");

  private ContentCoding() {}

  /** The codings of a message in lower case, in the order in which they were applied. */
  public static List<String> of(Headers headers) {
    List<String> codings = new ArrayList<>(1);
    for (String value : headers.all("Content-Encoding")) {
      for (String coding : value.split(",", -1)) {
        String name = coding.strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !name.equals("identity")) {
          codings.add(name);
        }
      }
    }
    return codings;
  }

  /** The first coding that is not understood, or null. */
  public static @Nullable String unknown(List<String> codings) {
    for (String coding : codings) {
      if (!NAMES.contains(coding)) {
        return coding;
      }
    }
    return null;
  }

  /**
   * The bytes before they were coded, or null when they are more than allowed.
   *
   * @param codings known ones, in the order in which they were applied
   * @throws IOException when the bytes are not coded so
   */
  public static byte @Nullable [] decode(byte[] body, List<String> codings, int mostBytes)
      throws IOException {
    byte[] decoded = body;
    for (int i = codings.size() - 1; i >= 0; i--) {
      try (InputStream stream = decoding(codings.get(i), decoded)) {
        decoded = stream.readNBytes(mostBytes);
        if (stream.read() >= 0) {
          return null;
        }
      }
    }
    return decoded;
  }

  private static InputStream decoding(String coding, byte[] body) throws IOException {
    InputStream bytes = new ByteArrayInputStream(body);
    if (!coding.equals("deflate")) {
      return new GZIPInputStream(bytes);
    }
    // Some senders leave out the zlib frame that the name stands for (RFC 9110, 8.4.1.2).
    return new InflaterInputStream(bytes, new Inflater(!hasZlibFrame(body))) {
      @Override
      public void close() throws IOException {
        super.close();
        inf.end();
      }
    };
  }

  /** RFC 1950, 2.2: method 8, and a checksum over the first two bytes. */
  private static boolean hasZlibFrame(byte[] body) {
    return body.length >= 2
        && (body[0] & 0x0f) == 8
        && (((body[0] & 0xff) << 8) | (body[1] & 0xff)) % 31 == 0;
  }
}
