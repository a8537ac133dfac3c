/**
 * Regular expressions in linear time, or under a time limit where they need look-around or
 * back-references. The only door to RE2/J. Start at {@link dev.homeport.engine.regex.TextPattern}.
 */
@NullMarked
package dev.homeport.engine.regex;

import org.jspecify.annotations.NullMarked;
