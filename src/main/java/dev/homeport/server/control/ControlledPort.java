package dev.homeport.server.control;

import dev.homeport.definition.load.TextReader;
import dev.homeport.engine.MockEngine;
import dev.homeport.engine.journal.Journal;
import dev.homeport.engine.verify.Verifier;

/**
 * What one port's control API looks at and changes.
 *
 * @param sent what mocks sent by themselves, and {@code sentVerifier} judges
 * @param texts reads routes and verifications that are sent
 * @param ignoreTrailingSlash whether {@code /a} and {@code /a/} are one
 * @param reset back to how the port was opened
 */
public record ControlledPort(
    MockEngine engine,
    Journal journal,
    Verifier verifier,
    Journal sent,
    Verifier sentVerifier,
    TextReader texts,
    boolean ignoreTrailingSlash,
    Runnable reset,
    Ports ports) {}
