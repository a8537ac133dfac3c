package dev.homeport.cli;

import dev.homeport.engine.answer.CallbackPlan;
import dev.homeport.engine.answer.ForwardPlan;
import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.http.HttpUrl;
import dev.homeport.engine.route.Route;
import dev.homeport.server.outbound.AllowedTargets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person should know about routes that call other servers which nobody allowed. URLs that
 * are rendered for a request are not known before it comes.
 */
record OutboundAdvice(List<Route> routes, AllowedTargets allowed) {

  /** A place that calls a server. */
  private record Use(String at, @Nullable HttpUrl url) {}

  /** A line for standard error for each such server. */
  List<String> warnings() {
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (Use use : uses()) {
      HttpUrl url = use.url();
      if (url != null && allowed.refusal(url) != null) {
        places.computeIfAbsent(url.authority(), any -> new ArrayList<>()).add(use.at());
      }
    }
    return places.entrySet().stream().map(OutboundAdvice::warning).toList();
  }

  private static String warning(Map.Entry<String, List<String>> server) {
    List<String> places = server.getValue();
    String others = places.size() == 1 ? "" : " (and " + (places.size() - 1) + " more)";
    return "warning: calls to "
        + server.getKey()
        + " are not allowed, "
        + places.get(0)
        + others
        + " makes them; to allow it: --allow-outbound "
        + server.getKey();
  }

  private List<Use> uses() {
    List<Use> uses = new ArrayList<>();
    for (Route route : routes) {
      Stream.concat(route.first().stream(), Stream.of(route.own()))
          .flatMap(group -> group.cases().stream())
          .flatMap(each -> each.choice().plans().stream())
          .forEach(plan -> addTo(uses, plan));
    }
    return uses.stream().distinct().toList();
  }

  private static void addTo(List<Use> uses, ResponsePlan plan) {
    if (plan.parts().body() instanceof ForwardPlan forward) {
      uses.add(new Use(forward.at().toString(), forward.fixedTo()));
    }
    for (CallbackPlan callback : plan.callbacks()) {
      uses.add(new Use(callback.at().toString(), callback.fixedUrl()));
    }
  }
}
