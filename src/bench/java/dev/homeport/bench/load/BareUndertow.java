package dev.homeport.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What cannot be beaten: Undertow with one handler that reads the body, looks at nothing and writes
 * the same bytes as the others do.
 */
record BareUndertow() implements Server {

  private static final Pattern LIBRARIES =
      Pattern.compile(".*/(undertow-core|xnio-|jboss-|wildfly-|smallrye-)[^/]*\\.jar");

  @Override
  public String name() {
    return "bare Undertow";
  }

  @Override
  public List<String> prepare(Workload workload, Path folder, int port) throws IOException {
    Path body = Files.writeString(folder.resolve("body"), workload.answer());
    return List.of("-cp", classPath(), Program.class.getName(), "" + port, body.toString());
  }

  /** No more than it needs: to look for classes in other jars takes time when it starts. */
  private static String classPath() {
    String all = System.getProperty("java.class.path");
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(entry -> Files.isDirectory(Path.of(entry)) || LIBRARIES.matcher(entry).matches())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The process: arguments are the port and the file of the body. */
  static final class Program implements HttpHandler {

    private final ByteBuffer body;
    private final String length;

    private Program(byte[] bytes) {
      body = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
      length = Integer.toString(bytes.length);
    }

    public static void main(String[] args) throws IOException {
      Undertow.builder()
          .addHttpListener(
              Integer.parseInt(args[0]), InetAddress.getLoopbackAddress().getHostAddress())
          .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
          .setHandler(new Program(Files.readString(Path.of(args[1])).getBytes(UTF_8)))
          .build()
          .start();
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
      if (exchange.isRequestComplete()) {
        answer(exchange);
      } else {
        exchange.getRequestReceiver().receiveFullBytes((read, bytes) -> answer(read));
      }
    }

    private void answer(HttpServerExchange exchange) {
      exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
      exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, length);
      exchange.getResponseSender().send(body.duplicate());
    }
  }
}
