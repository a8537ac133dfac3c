package dev.homeport.engine.route;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.answer.PlanSource;
import dev.homeport.engine.match.Condition;
import dev.homeport.engine.template.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to answer: conditions and what to send when they hold. Immutable.
 *
 * @param at where it stands
 * @param identity under whose name it counts; equal for equal cases of the same route across
 *     reloads
 * @param conditions all must hold; empty when it always may answer
 * @param times how often it answers, 0 for no limit
 * @param chance from 0 to 1 how often it is tried; 1 is always
 * @param per by what {@code call}, {@code times}, {@code sequence} and {@code cycle} count, or null
 *     for the route's
 * @param choice what to send
 * @param takesPreferences whether a request may choose it, or change it ({@code Prefer})
 * @param talk what happens on a WebSocket that this case lets in, or null when it lets in none
 */
public record Case(
    Location at,
    String identity,
    List<Condition> conditions,
    long times,
    double chance,
    @Nullable Template per,
    Choice choice,
    boolean takesPreferences,
    @Nullable Talk talk) {

  public Case {
    conditions = List.copyOf(conditions);
    if (times < 0 || !(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException("times " + times + ", chance " + chance);
    }
  }

  /** A case that a request may choose, and that answers it or a message. */
  public Case(
      Location at,
      String identity,
      List<Condition> conditions,
      long times,
      double chance,
      @Nullable Template per,
      Choice choice) {
    this(at, identity, conditions, times, chance, per, choice, true, null);
  }

  /** The same, on a WebSocket. */
  public Case talking(Talk other) {
    return new Case(at, identity, conditions, times, chance, per, choice, takesPreferences, other);
  }

  /** The same, answered by a program. */
  Case madeBy(PlanSource program) {
    Choice asked = new Choice.Always(choice.plans().get(0).madeBy(program));
    return new Case(at, identity, conditions, times, chance, per, asked, takesPreferences, talk);
  }

  /** Whether it surely answers when its conditions hold, each time alike. */
  public boolean isCertain() {
    return times == 0
        && chance == 1
        && conditions.stream().noneMatch(Condition::dependsOnMoment)
        && choice.plans().stream().allMatch(plan -> plan.isCertain());
  }

  /** Whether it answers every request with the same bytes, and nothing else follows. */
  boolean isFixed() {
    return conditions.isEmpty()
        && times == 0
        && chance == 1
        && per == null
        && talk == null
        && choice instanceof Choice.Always only
        && only.plan().isFixed();
  }

  /**
   * Whether this case leaves nothing for a later one: it is certain, and holds whenever the later
   * does. One whose responses have names can be asked for all the same ({@code Prefer}).
   */
  public boolean shadows(Case later) {
    return isCertain() && later.conditions.containsAll(conditions) && !later.hasNames();
  }

  private boolean hasNames() {
    return choice.plans().stream().anyMatch(plan -> plan.name() != null);
  }

  /** Whether a count of its own is needed before it is tried. */
  public boolean countsItself() {
    return per != null;
  }

  boolean changesState() {
    return choice.changesState();
  }

  boolean mayBlock() {
    return choice.mayBlock();
  }
}
