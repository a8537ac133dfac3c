package dev.homeport.engine;

import dev.homeport.engine.answer.Delay;
import java.time.Clock;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What an engine takes from outside.
 *
 * @param clock gives {@code now}; a fixed one under {@code --clock}
 * @param seed makes random values repeat; empty for real chance
 * @param delay of every response that has none of its own, or null for none
 * @param prefer whether a request may choose its response ({@code Prefer}, RFC 7240)
 */
public record EngineOptions(
    Clock clock, OptionalLong seed, @Nullable Delay delay, boolean prefer) {}
