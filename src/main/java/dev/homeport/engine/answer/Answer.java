package dev.homeport.engine.answer;

/** What to do with a request; a reply is the only kind so far (forwards will join). */
public sealed interface Answer permits Reply {}
