package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.engine.route.CaseGroup;
import dev.homeport.engine.template.KnownNames;
import dev.homeport.engine.template.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What holds for the routes of a file: {@code prefix}, {@code defaults}, {@code vars} and {@code
 * first}, of the folder and of the file.
 *
 * @param prefix empty, or begins with a slash and does not end with one
 * @param defaults the most general first
 * @param first tried before each route's own cases, the folder's before the file's
 * @param vars the folder's before the file's
 * @param version equal while {@code first} and {@code vars} say the same
 */
record Surroundings(
    String prefix,
    List<YamlMapping> defaults,
    List<CaseGroup> first,
    List<Scope.Var> vars,
    String version) {

  Surroundings {
    defaults = List.copyOf(defaults);
    first = List.copyOf(first);
    vars = List.copyOf(vars);
  }

  static Surroundings none() {
    return new Surroundings("", List.of(), List.of(), List.of(), "");
  }

  /** These, and then what a file adds. */
  Surroundings and(Surroundings inner) {
    return new Surroundings(
        prefix + inner.prefix,
        joined(defaults, inner.defaults),
        joined(first, inner.first),
        joined(vars, inner.vars),
        version + inner.version);
  }

  /** The names of the vars. */
  Set<String> varNames() {
    return vars.stream().map(Scope.Var::name).collect(Collectors.toSet());
  }

  /** What templates may name where the path's variables are not known. */
  KnownNames names(Set<String> outside) {
    return VarsReader.with(new KnownNames(false, null, outside), varNames());
  }

  private static <T> List<T> joined(List<T> outer, List<T> inner) {
    List<T> all = new ArrayList<>(outer);
    all.addAll(inner);
    return all;
  }
}
