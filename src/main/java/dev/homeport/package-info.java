/** The Java API and its few public words. Start at {@link dev.homeport.Homeport}. */
@NullMarked
package dev.homeport;

import org.jspecify.annotations.NullMarked;
