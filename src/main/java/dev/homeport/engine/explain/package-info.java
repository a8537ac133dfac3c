/**
 * Why a request got the answer it got: the report of a miss, with the nearest routes and a route
 * that would answer, and the explanation of a hit. Values with words in them, made from what
 * matching found; never matches by itself. Start at {@link
 * dev.homeport.engine.explain.Explanation}.
 */
@NullMarked
package dev.homeport.engine.explain;

import org.jspecify.annotations.NullMarked;
