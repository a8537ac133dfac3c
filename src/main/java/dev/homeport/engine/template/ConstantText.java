package dev.homeport.engine.template;

/** A text without expressions. */
record ConstantText(String source) implements Template {

  @Override
  public Object value(Scope scope) {
    return source;
  }

  @Override
  public String text(Scope scope) {
    return source;
  }

  @Override
  public boolean isConstant() {
    return true;
  }
}
