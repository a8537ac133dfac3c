package dev.homeport.engine.template;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.data.DataCollection;
import dev.homeport.engine.data.DataRecord;
import dev.homeport.engine.data.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The helper for data collections.
 *
 * <ul>
 *   <li>{@code {{data 'users'}}} → all records, or the one value
 *   <li>{@code {{data 'users' path.id}}} → the record of an id, or nothing
 *   <li>{@code {{data 'todos' done=false}}} → the records of which all these fields are so
 * </ul>
 */
final class DataHelper {

  static final String NAME = "data";

  private static final String EXAMPLE = "data 'users' path.id";

  private DataHelper() {}

  static Helper helper() {
    return Helper.of(NAME, 1, 2, EXAMPLE, DataHelper::make).withAnyKeys();
  }

  /** Checks the name of the collection, where it is written out. */
  static void check(Syntax.Call call, Surroundings around) throws SyntaxException {
    if (!around.hasRequest()) {
      throw new SyntaxException(
          "a seed cannot read a collection",
          "it may use vars, fake data and chance",
          call.offset());
    }
    Set<String> known = around.collections();
    if (known != null
        && !call.arguments().isEmpty()
        && call.arguments().get(0) instanceof Syntax.Literal name
        && !known.contains(Values.text(name.value()))) {
      String text = Values.text(name.value());
      throw new SyntaxException(
          "unknown collection '" + text + "'",
          known.isEmpty()
              ? "declare it: data: { " + text + ": … }"
              : Suggestion.didYouMean(text, known),
          name.offset());
    }
  }

  private static Expression make(Arguments arguments) throws SyntaxException {
    Expression name = arguments.at(0);
    Map<String, Expression> fields = arguments.keys();
    if (arguments.has(1)) {
      if (!fields.isEmpty()) {
        throw new SyntaxException(
            "the helper 'data' takes an id or fields, not both",
            "write " + EXAMPLE + ", or data 'todos' done=false",
            arguments.offset());
      }
      Expression id = arguments.at(1);
      return scope -> one(collection(name, scope), id.value(scope));
    }
    return scope -> {
      DataCollection collection = collection(name, scope);
      return fields.isEmpty() ? collection.plain() : some(collection, fields, scope);
    };
  }

  private static DataCollection collection(Expression name, Scope scope) {
    String text = Values.text(name.value(scope));
    DataCollection collection = scope.data().find(text);
    if (collection == null) {
      throw new RenderException("data: there is no collection '" + text + "'", null);
    }
    return collection;
  }

  private static @Nullable Object one(DataCollection collection, @Nullable Object id) {
    DataRecord record = collection.find(Values.text(id));
    return record == null ? null : record.members();
  }

  private static List<Object> some(
      DataCollection collection, Map<String, Expression> fields, Scope scope) {
    List<Object> found = new ArrayList<>();
    for (DataRecord record : collection.records()) {
      if (fits(record, fields, scope)) {
        found.add(record.members());
      }
    }
    return found;
  }

  private static boolean fits(DataRecord record, Map<String, Expression> fields, Scope scope) {
    for (Map.Entry<String, Expression> field : fields.entrySet()) {
      Object wanted = Values.plain(field.getValue().value(scope));
      if (!record.has(field.getKey()) || !Fields.alike(record.field(field.getKey()), wanted)) {
        return false;
      }
    }
    return true;
  }
}
