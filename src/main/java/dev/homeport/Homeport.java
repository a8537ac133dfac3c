package dev.homeport;

/** A running mock server. */
public final class Homeport {}
