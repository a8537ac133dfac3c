package dev.homeport.engine.json;

/**
 * The first thing in a value that its schema does not allow.
 *
 * @param path a JSONPath into the value: {@code $.items[0].sku}
 * @param message what is wrong there: {@code string found, integer expected}
 * @param found what stands there, as short JSON
 */
public record SchemaError(String path, String message, String found) {}
