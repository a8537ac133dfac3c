package dev.homeport.engine.json;

/**
 * The first thing in a value that its schema does not allow.
 *
 * @param path a JSONPath into the value: {@code $.items[0].sku}
 * @param message completes "{path} …": {@code string found, integer expected}
 */
public record SchemaError(String path, String message) {}
