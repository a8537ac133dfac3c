/**
 * YAML text as a tree in which every key and value knows its line and column: aliases and {@code
 * <<} resolved, duplicate keys, silent conversions and bombs found. The only place that knows a
 * YAML parser; knows nothing of routes. Start at {@link dev.homeport.definition.yaml.YamlReader}.
 */
@NullMarked
package dev.homeport.definition.yaml;

import org.jspecify.annotations.NullMarked;
