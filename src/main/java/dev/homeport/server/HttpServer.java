package dev.homeport.server;

/** Listens on loopback and answers from an engine. */
public final class HttpServer {}
