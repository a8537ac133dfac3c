package dev.homeport.engine.explain;

import dev.homeport.engine.match.Mismatch;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.Route;
import org.jspecify.annotations.Nullable;

/**
 * A case that did not answer, and why. Cheap to make: most are never looked at. Holds the request;
 * not to be kept.
 *
 * @param route for which it was tried
 * @param ofFirst whether it stands in {@code first}, before the cases of the route itself
 * @param mismatch the first condition that failed, or null when {@code other} says what it was
 * @param other {@code times}, {@code chance} or a missing file, in words
 */
public record CaseMiss(
    Route route, Case tried, boolean ofFirst, @Nullable Mismatch mismatch, String other) {}
