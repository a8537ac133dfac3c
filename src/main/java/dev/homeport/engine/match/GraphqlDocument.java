package dev.homeport.engine.match;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads GraphQL documents (the text of {@code query}). What is no GraphQL has no operation and no
 * field. The parser is loaded by the first one. Stateless.
 */
final class GraphqlDocument {

  private GraphqlDocument() {}

  /** The name of the only operation; null when there are several or it has none. */
  static @Nullable String onlyOperation(String query) {
    List<OperationDefinition> operations = operations(parse(query));
    return operations.size() == 1 ? operations.get(0).getName() : null;
  }

  /** The top-level fields of one operation, fragments followed, each once, without aliases. */
  static List<String> fields(String query, @Nullable String operation) {
    Document document = parse(query);
    Set<String> fields = new LinkedHashSet<>();
    for (OperationDefinition candidate : operations(document)) {
      boolean asked =
          operation == null || operation.isEmpty() || operation.equals(candidate.getName());
      if (asked && document != null) {
        collect(candidate.getSelectionSet(), document, fields, new HashSet<>());
      }
    }
    return List.copyOf(fields);
  }

  private static void collect(
      @Nullable SelectionSet set, Document document, Set<String> fields, Set<String> followed) {
    if (set == null) {
      return;
    }
    for (Selection<?> selection : set.getSelections()) {
      if (selection instanceof Field field) {
        fields.add(field.getName());
      } else if (selection instanceof InlineFragment inline) {
        collect(inline.getSelectionSet(), document, fields, followed);
      } else if (selection instanceof FragmentSpread spread && followed.add(spread.getName())) {
        for (FragmentDefinition fragment :
            document.getDefinitionsOfType(FragmentDefinition.class)) {
          if (fragment.getName().equals(spread.getName())) {
            collect(fragment.getSelectionSet(), document, fields, followed);
          }
        }
      }
    }
  }

  private static List<OperationDefinition> operations(@Nullable Document document) {
    return document == null ? List.of() : document.getDefinitionsOfType(OperationDefinition.class);
  }

  private static @Nullable Document parse(String query) {
    try {
      return new Parser()
          .parseDocument(
              ParserEnvironment.newParserEnvironment()
                  .document(query)
                  .parserOptions(Options.LIMITED)
                  .build());
    } catch (InvalidSyntaxException e) {
      return null;
    }
  }

  /** The library's limits for requests, without comments, ignored characters and places. */
  private static final class Options {

    static final ParserOptions LIMITED =
        ParserOptions.getDefaultOperationParserOptions()
            .transform(
                options ->
                    options
                        .captureIgnoredChars(false)
                        .captureLineComments(false)
                        .captureSourceLocation(false));
  }
}
