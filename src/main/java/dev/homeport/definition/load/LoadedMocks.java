package dev.homeport.definition.load;

import dev.homeport.diagnostic.Problem;
import dev.homeport.engine.route.RouteIndex;
import java.util.List;

/**
 * What a folder became: the routes of every file without a problem, and all problems of all files.
 *
 * @param index of the routes that can be served
 * @param problems sorted by place; empty when all is well
 * @param settings of {@code homeport.yaml}; empty ones when there is none
 * @param files how many mock files were read
 */
public record LoadedMocks(RouteIndex index, List<Problem> problems, Settings settings, int files) {

  public LoadedMocks {
    problems = List.copyOf(problems);
  }

  /** No file, no route, nothing set. */
  public static LoadedMocks none() {
    RouteIndex empty = RouteIndex.compile(List.of(), false);
    return new LoadedMocks(empty, List.of(), Settings.none(), 0);
  }
}
