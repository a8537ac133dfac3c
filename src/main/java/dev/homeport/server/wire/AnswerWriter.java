package dev.homeport.server.wire;

/** Puts a reply on the wire. */
public final class AnswerWriter {}
