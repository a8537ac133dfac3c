/**
 * Which route answers: path patterns, routes with their cases, and the compiled tree that finds
 * them at a cost that does not depend on their number. Start at {@link
 * dev.homeport.engine.route.RouteIndex#find}.
 */
@NullMarked
package dev.homeport.engine.route;

import org.jspecify.annotations.NullMarked;
