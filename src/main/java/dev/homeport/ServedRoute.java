package dev.homeport;

/**
 * A route that is served, and how often it was asked.
 *
 * @param key method and path: {@code GET /users/{id}}
 * @param place where it is written: {@code mocks/users.yaml:3:1}
 * @param calls requests that came to it since the start, or the last reset
 */
public record ServedRoute(String key, String place, long calls) {}
