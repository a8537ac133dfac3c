/**
 * A mocks folder becomes routes and problems: one reader a concept, known keys only, everything
 * compiled. Start at {@link dev.homeport.definition.load.LiveFolder}; {@link
 * dev.homeport.definition.load.LiveMocks} reads a folder again and again.
 */
@NullMarked
package dev.homeport.definition.load;

import org.jspecify.annotations.NullMarked;
