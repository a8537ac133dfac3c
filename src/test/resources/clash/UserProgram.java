import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.jknack.handlebars.Handlebars;
import com.jayway.jsonpath.JsonPath;
import dev.homeport.Homeport;
import dev.homeport.HomeportOptions;
import io.undertow.Undertow;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** Uses libraries that Homeport uses too, in other versions, and Homeport's Java API beside them. */
public class UserProgram {

  private static final Logger LOG = LoggerFactory.getLogger(UserProgram.class);

  public static void main(String[] args) throws Exception {
    int port;
    try (Homeport api = Homeport.start(HomeportOptions.of(Path.of(args[0])).withPort(0))) {
      own();
      System.out.println("homeport " + post(api.url() + "/json", "{\"items\":[{\"n\":2}]}"));
      System.out.println("homeport problems " + api.problems());
      port = api.port();
    }
    System.out.println("homeport closed " + isClosed(port));
  }

  /** A line for each library: what it does, and which version says so. */
  private static void own() throws Exception {
    ObjectMapper jackson2 = new ObjectMapper();
    String id = jackson2.readTree("{\"id\":2}").get("id").asText();
    System.out.println("jackson " + id + " " + jackson2.version());
    JsonMapper jackson3 = new JsonMapper();
    id = jackson3.readTree("{\"id\":3}").get("id").asString();
    System.out.println("jackson " + id + " " + jackson3.version());
    System.out.println("handlebars " + new Handlebars().compileInline("{{a}}").apply(Map.of("a", 1)));
    System.out.println("json-path " + JsonPath.<Integer>read("{\"a\":[1,2]}", "$.a[1]"));
    System.out.println("snakeyaml " + new Yaml().<Object>load("a: yes"));
    System.out.println("engine " + new Load(LoadSettings.builder().build()).loadFromString("a: yes"));
    System.out.println("picocli " + CommandLine.VERSION);
    ((ch.qos.logback.classic.Logger) LOG).setLevel(Level.INFO);
    LOG.info("by logback");
    undertow();
  }

  private static void undertow() throws Exception {
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(exchange -> exchange.getResponseSender().send("own"))
            .build();
    server.start();
    InetSocketAddress at = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    String version = io.undertow.Version.getVersionString();
    System.out.println("undertow " + post("http://127.0.0.1:" + at.getPort(), "") + " " + version);
    server.stop();
  }

  private static String post(String url, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static boolean isClosed(int port) throws Exception {
    try {
      post("http://127.0.0.1:" + port, "");
      return false;
    } catch (java.net.ConnectException e) {
      return true;
    }
  }
}
