package dev.homeport.server.outbound;

import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.xnio.IoFuture;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.ssl.SslConnection;

/**
 * Opens connections with TLS. The certificate must be for the name that the address carries, which
 * the server is told, too (SNI). Safe for any number of threads.
 */
final class TlsConnector {

  private static final OptionMap OPTIONS =
      OptionMap.create(
          Options.TCP_NODELAY, true, UndertowOptions.ENDPOINT_IDENTIFICATION_ALGORITHM, "HTTPS");

  private final UndertowXnioSsl ssl;
  private final CertificateTrust trust;

  private TlsConnector(UndertowXnioSsl ssl, CertificateTrust trust) {
    this.ssl = ssl;
    this.trust = trust;
  }

  /** Reads what the JDK trusts; blocks. */
  static TlsConnector of(ByteBufferPool buffers) throws GeneralSecurityException {
    CertificateTrust trust = CertificateTrust.ofJdk();
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {trust}, null);
    Xnio xnio = Xnio.getInstance(TlsConnector.class.getClassLoader());
    return new TlsConnector(new UndertowXnioSsl(xnio, OptionMap.EMPTY, buffers, context), trust);
  }

  /** Opens a connection; its handshake goes on while it is used. */
  IoFuture<SslConnection> open(
      XnioIoThread thread, InetSocketAddress address, Consumer<StreamConnection> opened) {
    return ssl.openSslConnection(thread, any(address), address, opened::accept, null, OPTIONS);
  }

  /** Any address of this machine, and any port, of the same family. */
  private static InetSocketAddress any(InetSocketAddress other) {
    try {
      byte[] zeros = new byte[other.getAddress().getAddress().length];
      return new InetSocketAddress(InetAddress.getByAddress(zeros), 0);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Why a connection that broke has no TLS; null when its handshake was complete. */
  @Nullable String failure(SslConnection connection) {
    SSLEngine engine = UndertowXnioSsl.getSslEngine(connection);
    if (!engine.getSession().getCipherSuite().equals("SSL_NULL_WITH_NULL_NULL")) {
      return null;
    }
    String doubt = trust.doubt(engine);
    return doubt == null ? "the handshake failed" : doubt;
  }
}
