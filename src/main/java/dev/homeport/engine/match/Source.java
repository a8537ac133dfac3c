package dev.homeport.engine.match;

import dev.homeport.engine.template.Scope;

/**
 * The place of a request that a matcher looks at. Immutable records, compared by value, safe to
 * share.
 */
public sealed interface Source
    permits RequestSource, BodySource, AuthorizationSource, GraphqlSource, StateSource {

  /** What is there. */
  Values values(Scope scope);

  /** As a mismatch names it: {@code header Accept}, {@code json $.items[0].sku}. */
  String subject();

  /**
   * A place inside the value that is there: {@code json $.items[0].sku}.
   *
   * @param place a JSONPath into the value
   */
  default String subject(String place) {
    return place.equals("$") ? subject() : subject() + " at " + place;
  }

  /** Why there is no value; asked only when there is none. */
  default String nothing(Scope scope) {
    return "nothing";
  }

  /** Whether something else may be there another time for the same request. */
  default boolean dependsOnMoment() {
    return false;
  }

  /** How late it is to be looked at: cheap places first; the body costs most. */
  default int rank() {
    return Rank.HEAD;
  }
}
