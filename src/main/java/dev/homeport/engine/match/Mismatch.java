package dev.homeport.engine.match;

/**
 * Why a condition did not hold. Holds what is needed to say it; words are made when read.
 *
 * <p>Read as a sentence: expected {@code subject} {@code expected}, found {@code found}: {@code
 * query parameter page} · {@code to equal 2} · {@code '3'}.
 */
public interface Mismatch {

  /** What was looked at: {@code header Accept}, {@code json $.items[0].sku}. */
  String subject();

  /** Completes "expected (subject) …": {@code to contain 'json'}. */
  String expected();

  /** What came: {@code 'text/html'}, {@code nothing}. */
  String found();
}
