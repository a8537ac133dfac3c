package dev.homeport.engine.match;

/** The order in which conditions are best tried: a cheap one that fails saves the dear ones. */
final class Rank {

  static final int PATH = 0;
  static final int HEAD = 10;
  static final int BODY = 20;
  static final int PARSED_BODY = 30;
  static final int WHOLE_BODY = 40;
  static final int TEMPLATE = 50;

  private Rank() {}
}
