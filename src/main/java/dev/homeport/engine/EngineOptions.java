package dev.homeport.engine;

import java.time.Clock;
import java.util.OptionalLong;

/**
 * What an engine takes from outside.
 *
 * @param clock gives {@code now}; a fixed one under {@code --clock}
 * @param seed makes random values repeat; empty for real chance
 */
public record EngineOptions(Clock clock, OptionalLong seed) {}
