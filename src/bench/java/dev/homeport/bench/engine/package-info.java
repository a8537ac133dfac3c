/**
 * The parts of the engine measured one by one, by JMH: what each benchmark returns is what a
 * request would have got. Goes in by the front doors of the packages: mock files as text, requests
 * as the server makes them, each one new, because a request keeps what was read of it.
 */
@NullMarked
package dev.homeport.bench.engine;

import org.jspecify.annotations.NullMarked;
