package dev.homeport.engine;

import dev.homeport.engine.journal.Unanswered;

/** Why no route answered. */
record Miss(String line) implements Unanswered {}
