package dev.homeport.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.File;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Another server with TLS, whose certificate is for {@code localhost} and signed by itself. */
@Timeout(120)
class HttpsUpstreamTest {

  private static final String PASSWORD = "changeit";
  private static final String BIN = System.getProperty("java.home") + "/bin/";

  @RegisterExtension final Servers servers = new Servers();

  @TempDir Path folder;

  private HttpsServer upstream;

  @BeforeEach
  void start() throws Exception {
    Path keys = folder.resolve("keys.p12");
    run(
        "keytool -genkeypair -alias a -keyalg EC -dname CN=localhost -ext san=dns:localhost"
            + " -storetype PKCS12 -storepass "
            + PASSWORD
            + " -keystore "
            + keys);
    run(
        "keytool -exportcert -alias a -storepass "
            + PASSWORD
            + " -keystore "
            + keys
            + " -file "
            + certificate());
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    upstream = HttpsServer.create(new InetSocketAddress(Addresses.FOUR, 0), 10);
    upstream.setHttpsConfigurator(new HttpsConfigurator(context));
    upstream.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestURI().toString().getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    upstream.start();
  }

  @AfterEach
  void stop() {
    upstream.stop(0);
  }

  private Path certificate() {
    return folder.resolve("certificate");
  }

  private String run(String command) throws Exception {
    return finished(new ProcessBuilder((BIN + command).split(" ", -1)));
  }

  private static String finished(ProcessBuilder command) throws Exception {
    Process process = command.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  @Test
  void oneThatTheJdkDoesNotTrustIsNotAsked() {
    String to = "https://localhost:" + upstream.getAddress().getPort();
    HttpServer server =
        servers.opened(Forwards.toThisMachine().start("GET /: { proxy: '" + to + "' }"));

    RawClient.Raw answer = servers.client(server).ask("GET /");

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.body())
        .contains("there is no TLS with localhost:", "PKIX path building failed", "trustStore");
  }

  @Test
  void oneThatItTrustsAnswersByItsNameOnly() throws Exception {
    Path trusted = folder.resolve("trusted.p12");
    run(
        "keytool -importcert -noprompt -alias a -storetype PKCS12 -storepass "
            + PASSWORD
            + " -keystore "
            + trusted
            + " -file "
            + certificate());
    int port = upstream.getAddress().getPort();
    Path mocks = Files.createDirectory(folder.resolve("mocks"));
    Files.writeString(
        mocks.resolve("a.yaml"),
        """
        GET /named: { proxy: "https://localhost:%1$d" }
        GET /address: { proxy: "https://127.0.0.1:%1$d" }
        """
            .formatted(port));
    Process program =
        new ProcessBuilder(
                BIN + "java",
                "-Djavax.net.ssl.trustStore=" + trusted,
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.homeport.cli.Main",
                mocks.toString(),
                "--port",
                "0",
                "--allow-outbound",
                "localhost,127.0.0.1")
            .redirectError(new File(folder.toFile(), "err"))
            .start();
    try {
      String line = program.inputReader().readLine();
      String url = line.substring(line.indexOf("http"));

      HttpResponse<String> named = get(url + "/named?a=b");
      assertThat(named.statusCode()).as(named.body()).isEqualTo(200);
      assertThat(named.body()).isEqualTo("/named?a=b");
      assertThat(get(url + "/named").body()).isEqualTo("/named");
      HttpResponse<String> address = get(url + "/address");
      assertThat(address.statusCode()).isEqualTo(502);
      assertThat(address.body()).contains("No subject alternative names matching IP address");
    } finally {
      program.destroy();
      program.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static HttpResponse<String> get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
