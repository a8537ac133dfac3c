package dev.homeport;

import dev.homeport.diagnostic.Location;
import dev.homeport.engine.answer.BodyPlan;
import dev.homeport.engine.answer.Delay;
import dev.homeport.engine.answer.DelayPlan;
import dev.homeport.engine.answer.FaultPlan;
import dev.homeport.engine.answer.HeaderPlan;
import dev.homeport.engine.answer.HeaderText;
import dev.homeport.engine.answer.PlanSource;
import dev.homeport.engine.answer.ResponseParts;
import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.answer.StatusPlan;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks a responder of the program for a response and makes of it what a mock file would have been
 * compiled to, but for templates: what a program gives is sent as it is.
 */
record ProgramPlan(Responder responder, Location at) implements PlanSource {

  @Override
  public ResponsePlan plan(Request request, Map<String, String> path) throws Exception {
    Response response = responder.respond(new ReceivedRequest(request, path));
    if (response == null) {
      throw new IllegalStateException("the responder gave null");
    }
    return plan(response);
  }

  private ResponsePlan plan(Response response) {
    if (!StatusPlan.isFinal(response.status())) {
      throw new IllegalArgumentException("status " + response.status() + " is not from 200 to 599");
    }
    List<HeaderPlan> headers = new ArrayList<>();
    for (Response.Field field : response.headers()) {
      if (!HeaderText.isToken(field.name())) {
        throw new IllegalArgumentException("'" + field.name() + "' is no name of a header");
      }
      headers.add(new HeaderPlan(field.name(), Template.constant(field.value()), at));
    }
    return new ResponsePlan(
        new ResponseParts(
            at,
            new StatusPlan(response.status(), null, at),
            null,
            headers,
            List.of(),
            body(response.body()),
            new DelayPlan(new Delay.Fixed(response.sending().delay()), null, at),
            response.sending().pace(),
            fault(response),
            List.of(),
            response.name(),
            Set.of()));
  }

  private static @Nullable FaultPlan fault(Response response) {
    Fault fault = response.sending().fault();
    FaultPlan plan = fault == null ? null : FaultPlan.of(fault.word());
    boolean hasBody = !response.body().kind().isEmpty();
    boolean isMore =
        hasBody
            || response.status() != 200
            || !response.headers().isEmpty()
            || response.sending().pace() != null;
    if (plan != null && !plan.sendsHead() && isMore) {
      throw new IllegalArgumentException(
          "the fault " + fault + " sends no response, found " + response);
    } else if (plan == FaultPlan.CUT && !hasBody) {
      throw new IllegalArgumentException("the fault " + fault + " needs a body to cut");
    }
    return plan;
  }

  private BodyPlan body(Response.Content content) {
    Object value = content.content();
    String text = String.valueOf(value);
    return switch (content.kind()) {
      case "" -> new BodyPlan.None();
      case "json" -> BodyPlan.TextBody.ofJson(value);
      case "base64" -> new BodyPlan.Base64Body(Template.constant(text), at);
      case "text", "html", "xml" -> BodyPlan.TextBody.of(content.kind(), Template.constant(text));
      default ->
          throw new IllegalArgumentException(
              "a responder cannot send a " + content.kind() + ": read it, and send its bytes");
    };
  }
}
