package dev.homeport.engine.crud;

import dev.homeport.engine.answer.DataStep;
import dev.homeport.engine.data.DataCollection;
import dev.homeport.engine.data.DataLimitException;
import dev.homeport.engine.template.Scope;

/** What one route of a collection does. Immutable, safe to share. */
public record CrudStep(Operation operation, Resource resource) implements DataStep {

  /** What can be done to a collection. */
  public enum Operation {
    LIST("GET", false, true, 200, "list of "),
    CREATE("POST", false, true, 201, "new in "),
    READ("GET", true, true, 200, "one of "),
    REPLACE("PUT", true, true, 200, "replace one of "),
    MERGE("PATCH", true, true, 200, "change one of "),
    DELETE("DELETE", true, true, 200, "remove one of "),
    READ_VALUE("GET", false, false, 200, "value of "),
    REPLACE_VALUE("PUT", false, false, 200, "replace "),
    MERGE_VALUE("PATCH", false, false, 200, "change ");

    private final String method;
    private final boolean ofOne;
    private final boolean ofList;
    private final int status;
    private final String words;

    Operation(String method, boolean ofOne, boolean ofList, int status, String words) {
      this.method = method;
      this.ofOne = ofOne;
      this.ofList = ofList;
      this.status = status;
      this.words = words;
    }

    /** The method of its route. */
    public String method() {
      return method;
    }

    /** Whether its path has the id of one record at its end. */
    public boolean isOfOne() {
      return ofOne;
    }

    /** Whether it is for a list of records; else for a collection that is one value. */
    public boolean isOfList() {
      return ofList;
    }
  }

  @Override
  public int status() {
    return operation.status;
  }

  @Override
  public String summary() {
    return operation.words + resource.collection();
  }

  @Override
  public boolean changes() {
    return !operation.method.equals("GET");
  }

  @Override
  public Outcome take(Scope scope) {
    try {
      return on(resource.in(scope, operation.ofList), scope);
    } catch (RefusedException e) {
      return e.outcome(scope.data());
    } catch (DataLimitException e) {
      String detail = resource.collection() + ": " + e.getMessage() + ".";
      return new RefusedException(507, "Too much data", detail).outcome(scope.data());
    }
  }

  private Outcome on(DataCollection all, Scope scope) throws RefusedException {
    return switch (operation) {
      case LIST -> RecordAnswers.list(all, resource, scope);
      case CREATE -> RecordAnswers.create(all, resource, scope);
      case READ -> RecordAnswers.read(all, resource, scope);
      case REPLACE -> RecordAnswers.replace(all, resource, scope);
      case MERGE -> RecordAnswers.merge(all, resource, scope);
      case DELETE -> RecordAnswers.delete(all, resource, scope);
      case READ_VALUE -> ValueAnswers.read(all, scope);
      case REPLACE_VALUE -> ValueAnswers.replace(all, scope);
      case MERGE_VALUE -> ValueAnswers.merge(all, scope);
    };
  }
}
