package dev.homeport.definition.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A mistake of YAML itself, in our words.
 *
 * @param offset of the culprit in the file
 * @param hint what to write instead, or null
 */
record Mistake(int offset, String message, @Nullable String hint) {}
