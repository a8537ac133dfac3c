/**
 * JUnit 5: when a server starts, which test has which port, and what fails a test. The only door to
 * JUnit; needs its API from 5.9 on. Knows nothing but the Java API. Start at {@link
 * dev.homeport.junit.HomeportTest}.
 */
@NullMarked
package dev.homeport.junit;

import org.jspecify.annotations.NullMarked;
