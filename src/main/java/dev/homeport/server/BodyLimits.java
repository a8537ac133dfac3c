package dev.homeport.server;

import java.time.Duration;

/**
 * What a request body may be.
 *
 * @param mostBytes a larger one is refused with 413
 * @param patience how long nothing may come of it; then it is refused with 408
 */
record BodyLimits(long mostBytes, Duration patience) {}
