/**
 * "Was this asked n times?", judged over the journal, with the closest requests when not. One
 * engine for the Java API, JUnit and the control API; where the journal no longer knows, it says
 * so. Start at {@link dev.homeport.engine.verify.Verifier}.
 */
@NullMarked
package dev.homeport.engine.verify;

import org.jspecify.annotations.NullMarked;
