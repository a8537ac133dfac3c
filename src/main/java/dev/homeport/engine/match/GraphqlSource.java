package dev.homeport.engine.match;

import dev.homeport.engine.http.Request;
import dev.homeport.engine.json.Json;
import dev.homeport.engine.json.JsonPath;
import dev.homeport.engine.template.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Places in a GraphQL request: JSON with {@code query}, {@code operationName} and {@code variables}
 * in the body, or the same as parameters of the query (GraphQL over HTTP).
 */
public sealed interface GraphqlSource extends Source {

  @Override
  default int rank() {
    return Rank.PARSED_BODY;
  }

  @Override
  default String nothing(Scope scope) {
    return text(scope.request(), "query") == null ? "no GraphQL request" : "nothing";
  }

  /** The name of the operation: {@code operationName}, or that of the only one. */
  record Operation() implements GraphqlSource {

    @Override
    public Values values(Scope scope) {
      String named = text(scope.request(), "operationName");
      if (named != null && !named.isEmpty()) {
        return Values.ofText(named);
      }
      String query = text(scope.request(), "query");
      String only = query == null ? null : GraphqlDocument.onlyOperation(query);
      return only == null ? Values.none() : Values.ofText(only);
    }

    @Override
    public String subject() {
      return "graphql operation";
    }
  }

  /** The top-level fields of the operation that is asked for, without their aliases. */
  record Field() implements GraphqlSource {

    @Override
    public Values values(Scope scope) {
      String query = text(scope.request(), "query");
      return query == null
          ? Values.none()
          : Values.ofTexts(GraphqlDocument.fields(query, text(scope.request(), "operationName")));
    }

    @Override
    public String subject() {
      return "graphql field";
    }
  }

  /** What a JSONPath finds in the variables. */
  record Variable(JsonPath path) implements GraphqlSource {

    @Override
    public Values values(Scope scope) {
      JsonNode variables = member(scope.request(), "variables");
      return variables == null ? Values.none() : Values.ofNodes(path.read(variables));
    }

    @Override
    public String subject() {
      return "graphql variable " + path;
    }
  }

  private static @Nullable String text(Request request, String name) {
    JsonNode member = member(request, name);
    return member == null || !member.isString() ? null : member.stringValue();
  }

  /** The body wins; variables in the URL are JSON. */
  private static @Nullable JsonNode member(Request request, String name) {
    JsonNode body = request.body().length == 0 ? null : request.json();
    if (body != null && body.isObject() && body.has("query")) {
      return body.get(name);
    }
    String parameter = request.query().first(name);
    if (parameter == null) {
      return null;
    }
    return name.equals("variables") ? Json.parse(parameter) : Json.toNode(parameter);
  }
}
