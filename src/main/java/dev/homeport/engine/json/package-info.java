/**
 * JSON for the engine: parsing with exact numbers, comparing by value, JSONPath and JSON Schema.
 * The only door to json-path and to the schema validator. Start at {@link
 * dev.homeport.engine.json.Json}.
 */
@NullMarked
package dev.homeport.engine.json;

import org.jspecify.annotations.NullMarked;
