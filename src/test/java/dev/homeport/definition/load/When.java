package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlReader;
import dev.homeport.diagnostic.Problem;
import dev.homeport.diagnostic.Problems;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.match.Condition;
import dev.homeport.engine.match.Mismatch;
import dev.homeport.engine.state.Memory;
import dev.homeport.engine.state.State;
import dev.homeport.engine.template.KnownNames;
import dev.homeport.engine.template.Scope;
import dev.homeport.engine.template.SigningKey;
import dev.homeport.engine.template.TemplateCompiler;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text of a {@code when}, read, and tried on requests that tests describe. */
public final class When {

  static final Instant NOW = Instant.parse("2026-05-10T12:00:00Z");

  private final List<Condition> conditions;
  private final List<Problem> problems;

  private When(List<Condition> conditions, List<Problem> problems) {
    this.conditions = conditions;
    this.problems = problems;
  }

  public static When of(String yaml) {
    return of(yaml, Path.of("mocks").toAbsolutePath(), Set.of("id"));
  }

  static When of(String yaml, Path folder, @Nullable Set<String> pathVariables) {
    Problems problems = new Problems("mocks/a.yaml", yaml);
    YamlNode node = new YamlReader().read("mocks/a.yaml", yaml, problems);
    if (node == null) {
      return new When(List.of(), problems.found());
    }
    Reading reading =
        new Reading(
            problems,
            folder,
            Path.of("mocks"),
            folder.resolve("a.yaml"),
            new TemplateCompiler(),
            new KnownNames(false, pathVariables, Set.of()),
            CollectionNames.none(),
            new Looks(new FileStamps(System::nanoTime)));
    List<Condition> conditions = new ConditionReader(reading).read(node);
    return new When(conditions, problems.found());
  }

  /** The conditions that were read. */
  public List<Condition> conditions() {
    return conditions;
  }

  /** {@code 1:7: message (hint)}, one a problem. */
  List<String> problems() {
    return problems.stream().map(p -> p.toString().replace("mocks/a.yaml:", "")).toList();
  }

  /** The first mismatch as a sentence, or {@code holds}. */
  String on(Asked asked) {
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems().toString());
    }
    Scope scope = asked.scope();
    for (Condition condition : conditions) {
      Mismatch mismatch = condition.check(scope);
      if (mismatch != null) {
        return mismatch.subject() + " " + mismatch.expected() + ", found " + mismatch.found();
      }
    }
    return "holds";
  }

  /** A request in the making. */
  static final class Asked {

    private final List<Headers.Field> headers = new ArrayList<>();
    private final Map<String, String> path = new LinkedHashMap<>();
    private String target = "/";
    private byte[] body = {};
    private String client = "127.0.0.1";
    private long call = 1;

    static Asked nothing() {
      return new Asked();
    }

    /**
     * {@code Name: value} before the first space-free colon; several are separated by {@code ;;}.
     */
    static Asked headers(String lines) {
      Asked asked = new Asked();
      for (String line : lines.split(";;", -1)) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          asked.headers.add(
              new Headers.Field(
                  line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
      }
      return asked;
    }

    static Asked query(String query) {
      Asked asked = new Asked();
      asked.target = "/" + query;
      return asked;
    }

    static Asked json(String body) {
      return body("application/json", body);
    }

    static Asked body(String contentType, String body) {
      Asked asked = contentType.isEmpty() ? nothing() : headers("Content-Type: " + contentType);
      asked.body = body.getBytes(StandardCharsets.UTF_8);
      return asked;
    }

    Asked target(String value) {
      target = value;
      return this;
    }

    Asked path(String name, String value) {
      path.put(name, value);
      return this;
    }

    Asked client(String address) {
      client = address;
      return this;
    }

    Asked call(long number) {
      call = number;
      return this;
    }

    Scope scope() {
      try {
        InetAddress address = InetAddress.getByName(client);
        Request request = new Request("POST", target, Headers.of(headers), body, "http", address);
        Scope scope =
            Scope.of(
                request,
                path,
                "route",
                Clock.fixed(NOW, ZoneOffset.UTC),
                () -> new Random(1),
                Memory.of(State.empty()),
                () -> SigningKey.make(OptionalLong.of(1)));
        scope.call(call);
        return scope;
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(client, e);
      }
    }
  }
}
