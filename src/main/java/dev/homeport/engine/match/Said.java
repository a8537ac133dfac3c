package dev.homeport.engine.match;

/** A mismatch whose words cost nothing to make. */
record Said(String subject, String expected, String found) implements Mismatch {}
