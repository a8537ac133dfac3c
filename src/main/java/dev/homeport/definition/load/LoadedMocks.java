package dev.homeport.definition.load;

import dev.homeport.definition.setting.Settings;
import dev.homeport.diagnostic.Problem;
import dev.homeport.engine.CollectionPlan;
import dev.homeport.engine.route.RouteIndex;
import java.util.List;

/**
 * What a folder became: the routes of every file without a problem, and all problems of all files.
 *
 * @param index of the routes that can be served
 * @param collections that are declared, of all files
 * @param problems sorted by place; empty when all is well
 * @param settings of {@code homeport.yaml}; empty ones when there is none
 * @param files how many mock files were read
 */
public record LoadedMocks(
    RouteIndex index,
    List<SeededCollection> collections,
    List<Problem> problems,
    Settings settings,
    int files) {

  public LoadedMocks {
    collections = List.copyOf(collections);
    problems = List.copyOf(problems);
  }

  /** No file, no route, nothing set. */
  public static LoadedMocks none() {
    RouteIndex empty = RouteIndex.compile(List.of(), false);
    return new LoadedMocks(empty, List.of(), List.of(), Settings.none(), 0);
  }

  /** The collections as an engine takes them. */
  public List<CollectionPlan> plans() {
    return collections.stream().map(SeededCollection::plan).toList();
  }
}
