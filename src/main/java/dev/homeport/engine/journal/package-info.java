/**
 * The last requests and how each was answered: bounded, written by any number of threads, read
 * without disturbing them. Keeps raw bytes and decodes when somebody looks; knows no socket and
 * judges nothing. Start at {@link dev.homeport.engine.journal.Journal}.
 */
@NullMarked
package dev.homeport.engine.journal;

import org.jspecify.annotations.NullMarked;
