/**
 * How a mock file spells texts and values, for what is written to be read by people: reports,
 * recordings. Writes only; what reads is the definition's business. Start at {@link
 * dev.homeport.engine.yaml.YamlText}.
 */
@NullMarked
package dev.homeport.engine.yaml;

import org.jspecify.annotations.NullMarked;
