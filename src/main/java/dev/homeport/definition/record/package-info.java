/**
 * What a real API answered, as mock files that a person would have written: a forwarded exchange
 * becomes YAML text and data files, and the loader checks them as it checks all others. Knows no
 * socket. Start at {@link dev.homeport.definition.record.Recording}.
 */
@NullMarked
package dev.homeport.definition.record;

import org.jspecify.annotations.NullMarked;
