package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.CaseGroup;
import dev.homeport.engine.route.PathPattern;
import dev.homeport.engine.template.JsonTemplate;
import dev.homeport.engine.template.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code prefix}, {@code defaults}, {@code vars} and {@code first} of a file or of the
 * folder.
 */
final class SurroundingsReader {

  /** The keys that it reads. */
  static final Set<String> KEYS = Set.of("prefix", "defaults", "first", "vars");

  private final Reading reading;
  private final Surroundings outer;
  private final Map<String, String> given;

  /**
   * A reader for one file.
   *
   * @param outer the folder's
   * @param given named values from outside; they win over those of the files
   */
  SurroundingsReader(Reading reading, Surroundings outer, Map<String, String> given) {
    this.reading = reading;
    this.outer = outer;
    this.given = given;
  }

  /** What the file adds to the folder's. */
  Surroundings read(YamlMapping file) {
    YamlNode node = file.get("vars");
    List<Scope.Var> vars = new ArrayList<>();
    if (node != null) {
      vars.addAll(new VarsReader(reading.with(outer.names(given.keySet()))).read(node));
    }
    List<YamlMapping> defaults = defaults(file.get("defaults"), vars);
    List<CaseGroup> first = first(file.get("first"), defaults, vars);
    String prefix = prefix(file.get("prefix"));
    return new Surroundings(prefix, defaults, first, vars, version(file));
  }

  /** What {@code first} and {@code vars} say, the files they use included. */
  private String version(YamlMapping file) {
    List<YamlNode> said = new ArrayList<>();
    for (String key : List.of("vars", "first")) {
      YamlNode node = file.get(key);
      if (node != null) {
        said.add(node);
      }
    }
    return said.isEmpty() ? "" : NodeText.hash(said) + " " + reading.looks().contents().values();
  }

  /** The values from outside, last, so that they replace all others of the same name. */
  List<Scope.Var> withGiven(List<Scope.Var> vars) {
    List<Scope.Var> all = new ArrayList<>(vars);
    given.forEach((name, text) -> all.add(new Scope.Var(name, new JsonTemplate.Constant(text))));
    return all;
  }

  private String prefix(@Nullable YamlNode node) {
    if (node == null) {
      return "";
    }
    if (!(node instanceof YamlScalar scalar) || scalar.kind() != YamlScalar.Kind.TEXT) {
      reading.expected("prefix", "a path like /api/v1", node);
      return "";
    }
    String prefix = scalar.text();
    try {
      if (!PathPattern.parse(prefix).variables().isEmpty()) {
        reading.problem(
            scalar.at(), "prefix: '" + prefix + "' has a variable", "write it in each route");
      } else if (prefix.endsWith("/")) {
        reading.problem(
            scalar.at(),
            "prefix: '" + prefix + "' ends with a slash",
            "paths begin with one: leave it out");
      } else {
        return prefix;
      }
    } catch (SyntaxException e) {
      reading.problem(scalar.at(e.offset()), "prefix: " + e.getMessage(), e.hint());
    }
    return "";
  }

  private List<YamlMapping> defaults(@Nullable YamlNode node, List<Scope.Var> vars) {
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof YamlMapping mapping)) {
      reading.expected("defaults", "a mapping of response keys", node);
      return List.of();
    }
    ResponseReader responses = new ResponseReader(inside(vars));
    responses.checkKeys(mapping, Set.of(), "defaults");
    responses.read(List.of(mapping));
    return List.of(mapping);
  }

  private List<CaseGroup> first(
      @Nullable YamlNode node, List<YamlMapping> own, List<Scope.Var> vars) {
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof YamlSequence)) {
      reading.expected("first", "a list of cases", node);
      return List.of();
    }
    List<YamlMapping> defaults = new ArrayList<>(outer.defaults());
    defaults.addAll(own);
    List<YamlNode> content = new ArrayList<>(defaults);
    content.add(node);
    String identity = "first of " + reading.shown(reading.file()) + " " + NodeText.hash(content);
    List<Case> cases = new CasesReader(inside(vars), defaults).read(node, identity, "first");
    List<Scope.Var> all = new ArrayList<>(outer.vars());
    all.addAll(vars);
    return cases == null ? List.of() : List.of(new CaseGroup(cases, withGiven(all)));
  }

  private Reading inside(List<Scope.Var> vars) {
    Surroundings added = new Surroundings("", List.of(), List.of(), vars, "");
    return reading.with(outer.and(added).names(given.keySet()));
  }
}
