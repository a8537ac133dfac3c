package dev.homeport.definition.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in our words what is wrong when the parser gives up, and where. */
final class SyntaxAdvice {

  private final YamlSource source;
  private final EventStream events;
  private final UnquotedTemplates templates;

  SyntaxAdvice(YamlSource source, EventStream events, UnquotedTemplates templates) {
    this.source = source;
    this.events = events;
    this.templates = templates;
  }

  /** The mistake, or null when it has been reported already. */
  @Nullable Mistake explain(MarkedYamlEngineException error) {
    int at = error.getProblemMark().or(error::getContextMark).map(source::offset).orElse(0);
    if (templates.explain(at) || events.lastScalar() == null && at < 0) {
      return null;
    }
    return new Mistake(at, "this is not YAML: " + error.getProblem(), null);
  }
}
