/**
 * Words of HTTP: {@link dev.homeport.engine.http.Request} and its parts, parsed when somebody asks.
 * Knows no socket and no route. Start at {@link dev.homeport.engine.http.Request}.
 */
@NullMarked
package dev.homeport.engine.http;

import org.jspecify.annotations.NullMarked;
