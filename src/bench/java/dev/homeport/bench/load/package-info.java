/**
 * Servers measured from outside: each a process of its own, asked by wrk. {@link
 * dev.homeport.bench.load.Main} begins; a {@link dev.homeport.bench.load.Workload} is the same mock
 * in the language of every {@link dev.homeport.bench.load.Server}, an {@link
 * dev.homeport.bench.load.Experiment} what is done with them. Knows nothing of Homeport's classes.
 */
@NullMarked
package dev.homeport.bench.load;

import org.jspecify.annotations.NullMarked;
