package dev.homeport.server.port;

/** Chooses the port to listen on. */
public final class PortChoice {}
