/**
 * What a data collection begins with, as files hold it: JSON, YAML, CSV, both ways. From bytes to
 * plain values and back; opens no file. Start at {@link dev.homeport.definition.seed.SeedFormat}.
 */
@NullMarked
package dev.homeport.definition.seed;

import org.jspecify.annotations.NullMarked;
