package dev.homeport.engine.match;

import dev.homeport.engine.template.RenderException;
import dev.homeport.engine.template.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A matcher on one place of the request: most conditions are this. */
public record Match(Source source, Matcher matcher) implements Condition {

  @Override
  public @Nullable Mismatch check(Scope scope) {
    Values values = source.values(scope);
    try {
      return matcher.holds(values, scope) ? null : new ValueMismatch(this, values, scope);
    } catch (RenderException e) {
      return new Said(
          source::subject,
          () -> matcher.expected(null),
          () -> "an operand that failed: " + e.getMessage());
    }
  }

  @Override
  public String described() {
    return source.subject() + " " + matcher.expected(null);
  }

  @Override
  public boolean dependsOnMoment() {
    return source.dependsOnMoment() || matcher.dependsOnMoment();
  }

  @Override
  public int rank() {
    return source.rank();
  }

  @Override
  public Set<String> namedHosts() {
    if (!(source instanceof RequestSource.Host)) {
      return Set.of();
    }
    List<Operand> operands =
        matcher instanceof Equal equal
            ? List.of(equal.operand())
            : matcher instanceof OneOf oneOf ? oneOf.operands() : List.of();
    Set<String> hosts = new LinkedHashSet<>();
    for (Operand operand : operands) {
      if (operand instanceof Operand.Constant constant && constant.value() != null) {
        hosts.add(constant.value().toString().toLowerCase(Locale.ROOT));
      }
    }
    return hosts;
  }
}
