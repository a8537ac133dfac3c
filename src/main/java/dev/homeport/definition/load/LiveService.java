package dev.homeport.definition.load;

/**
 * A sub-folder that is served on a port of its own.
 *
 * @param name what its {@code homeport.yaml} said when it was first read: {@code users}
 */
public record LiveService(String name, LiveMocks mocks) {}
