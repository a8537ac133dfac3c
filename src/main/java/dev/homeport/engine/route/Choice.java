package dev.homeport.engine.route;

import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.state.Counters;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Which response a case gives this time. Immutable, safe to share; positions are kept in the
 * counters.
 */
public sealed interface Choice {

  /** Tells positions from the other counts of a case. */
  String POSITION = "/position";

  /**
   * The response of this call.
   *
   * @param owner under whose name the position is counted
   * @param key the rendered {@code per}
   */
  ResponsePlan next(Counters counters, String owner, String key, Supplier<Random> random);

  /** Every response that it may give. */
  List<ResponsePlan> plans();

  /** Whether one of them changes the state. */
  default boolean changesState() {
    for (ResponsePlan plan : plans()) {
      if (plan.changesState()) {
        return true;
      }
    }
    return false;
  }

  /** Whether giving one of them may block. */
  default boolean mayBlock() {
    for (ResponsePlan plan : plans()) {
      if (plan.mayBlock()) {
        return true;
      }
    }
    return false;
  }

  /** Always the same. */
  record Always(ResponsePlan plan) implements Choice {

    @Override
    public ResponsePlan next(Counters counters, String owner, String key, Supplier<Random> random) {
      return plan;
    }

    @Override
    public List<ResponsePlan> plans() {
      return List.of(plan);
    }
  }

  /** {@code sequence}: one after the other, then the last for good. */
  record Sequence(List<ResponsePlan> plans) implements Choice {

    public Sequence {
      plans = List.copyOf(plans);
    }

    @Override
    public ResponsePlan next(Counters counters, String owner, String key, Supplier<Random> random) {
      long call = counters.next(owner + POSITION, key);
      return plans.get((int) Math.min(call, plans.size()) - 1);
    }
  }

  /** {@code cycle}: one after the other, then from the beginning. */
  record Cycle(List<ResponsePlan> plans) implements Choice {

    public Cycle {
      plans = List.copyOf(plans);
    }

    @Override
    public ResponsePlan next(Counters counters, String owner, String key, Supplier<Random> random) {
      long call = counters.next(owner + POSITION, key);
      return plans.get((int) ((call - 1) % plans.size()));
    }
  }

  /**
   * {@code random}: by weight.
   *
   * @param weights one for each plan, none negative, their sum greater than zero
   */
  record Weighted(List<ResponsePlan> plans, List<Double> weights) implements Choice {

    public Weighted {
      plans = List.copyOf(plans);
      weights = List.copyOf(weights);
      if (plans.size() != weights.size()) {
        throw new IllegalArgumentException(plans.size() + " plans, " + weights.size() + " weights");
      }
    }

    @Override
    public ResponsePlan next(Counters counters, String owner, String key, Supplier<Random> random) {
      double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
      double left = random.get().nextDouble() * sum;
      int last = plans.size() - 1;
      for (int i = 0; i < last; i++) {
        left -= weights.get(i);
        if (left < 0) {
          return plans.get(i);
        }
      }
      return plans.get(last);
    }
  }
}
