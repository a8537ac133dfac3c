package dev.homeport.junit;

/** Whether the tests of a class share a port. */
public enum Isolation {

  /**
   * Each test has a port of its own, with a journal, counts and routes of its own: a fork of the
   * class's server, which costs less than a millisecond. Tests may run at the same time. What
   * {@code @BeforeAll} loaded is there in every test.
   */
  PER_TEST,

  /**
   * All tests of the class have one port, which is reset between them: for an application that is
   * started once, and told the URL once. Tests run one after the other; one that is started while
   * another runs fails, and says so. A request that comes late, after its test, is seen by the next
   * one.
   */
  PER_CLASS
}
