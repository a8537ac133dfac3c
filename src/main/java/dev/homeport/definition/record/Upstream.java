package dev.homeport.definition.record;

import dev.homeport.definition.load.InvalidTextException;
import dev.homeport.definition.load.LoadedMocks;
import dev.homeport.definition.load.TextReader;
import dev.homeport.definition.setting.Settings;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.answer.ForwardPlan;
import dev.homeport.engine.http.HttpUrl;
import dev.homeport.engine.route.Route;
import dev.homeport.engine.route.RouteIndex;
import dev.homeport.engine.template.TemplateCompiler;
import dev.homeport.engine.yaml.YamlText;
import java.util.List;
import java.util.Map;

/**
 * The API that is recorded. Immutable.
 *
 * @param url before the path of each request; without a slash at its end, without a query
 */
public record Upstream(HttpUrl url) {

  /**
   * Takes a URL apart.
   *
   * @throws SyntaxException saying what is wrong with it
   */
  public static Upstream parse(String text) throws SyntaxException {
    if (TemplateCompiler.isTemplate(text)) {
      throw new SyntaxException("it is a template", "write the URL itself");
    }
    return new Upstream(ForwardPlan.base(text));
  }

  /** {@code https://api.example.com/v1}. */
  public String origin() {
    return url.toString();
  }

  /**
   * Routes that forward every request there. What is asked must be whole and readable: not
   * compressed, not a part, not "as you have it". A client takes an answer without these all the
   * same (RFC 9110, 12.5.3, 13.1, 14.2). What it prefers is for the other server to hear.
   */
  public LoadedMocks mocks() {
    String yaml =
        String.format(
            """
            ANY /{*path}: &forward
              prefer: false
              proxy:
                to: %s
                headers: { Accept-Encoding: identity }
                removeHeaders: [If-None-Match, If-Modified-Since, If-Range, Range]
            OPTIONS /{*path}: *forward
            """,
            YamlText.quoted(origin()));
    try {
      List<Route> routes = TextReader.withoutFiles(Map.of()).routes("record", yaml);
      return new LoadedMocks(
          RouteIndex.compile(routes, false), List.of(), List.of(), Settings.none(), 0);
    } catch (InvalidTextException e) {
      throw new IllegalStateException(yaml, e);
    }
  }
}
