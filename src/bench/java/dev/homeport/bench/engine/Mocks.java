package dev.homeport.bench.engine;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.definition.load.TextReader;
import dev.homeport.engine.EngineOptions;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.route.RouteIndex;
import dev.homeport.engine.verify.RequestPattern;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is measured with, from text. */
final class Mocks {

  private Mocks() {}

  /** An engine as a server has it, with the routes of one mock file. */
  static MockEngine engine(String yaml) throws InvalidTextException {
    TextReader texts = TextReader.withoutFiles(Map.of());
    RouteIndex index = RouteIndex.compile(texts.routes("bench.yaml", yaml), false);
    return new MockEngine(
        index, new EngineOptions(Clock.systemUTC(), OptionalLong.empty(), null, true));
  }

  static RequestPattern pattern(String yaml) throws InvalidTextException {
    return TextReader.withoutFiles(Map.of()).pattern("bench.yaml", yaml);
  }

  /** {@code GET /svc0/items/{id}}, {@code GET /svc1/items/{id}}, …: from one to before another. */
  static String routes(int first, int end) {
    return IntStream.range(first, end)
        .mapToObj(i -> "GET /svc%d/items/{id}: { json: { id: 7, name: Ada } }\n".formatted(i))
        .collect(Collectors.joining());
  }
}
