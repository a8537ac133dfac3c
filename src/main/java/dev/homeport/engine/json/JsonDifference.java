package dev.homeport.engine.json;

/**
 * Where two JSON values differ first.
 *
 * @param path a JSONPath: {@code $.items[0].sku}
 * @param expected what it should be, as compact JSON (shortened) or in words
 * @param found what it is, likewise; {@code nothing} when it is missing
 */
public record JsonDifference(String path, String expected, String found) {}
