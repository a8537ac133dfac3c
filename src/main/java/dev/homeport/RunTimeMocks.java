package dev.homeport;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.definition.load.TextReader;
import dev.homeport.engine.CollectionPlan;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.route.Route;
import java.util.List;

/**
 * Loads texts and routes of a program over the files. Safe for any number of threads.
 *
 * @param texts what they are read by
 */
record RunTimeMocks(TextReader texts, MockEngine engine) {

  /**
   * Reads the text of a mock file.
   *
   * @param known collections that it may name
   * @throws InvalidMocksException when it has a problem
   */
  static TextReader.Mocks read(
      TextReader texts, CallSite at, String yaml, List<CollectionPlan> known) {
    try {
      return texts.mocks(at.name(), yaml, known);
    } catch (InvalidTextException e) {
      throw new InvalidMocksException(e.problems());
    }
  }

  private TextReader.Mocks read(CallSite at, String yaml) {
    return read(texts, at, yaml, engine.collections());
  }

  void load(CallSite at, String yaml) {
    TextReader.Mocks mocks = read(at, yaml);
    engine.load(mocks.routes(), mocks.collections());
  }

  void load(MockRoute route) {
    List<Route> routes = read(route.at(), route.yaml()).routes();
    Responder responder = route.responder();
    engine.load(
        responder == null
            ? routes
            : routes.stream()
                .map(each -> each.madeBy(new ProgramPlan(responder, each.at())))
                .toList());
  }
}
