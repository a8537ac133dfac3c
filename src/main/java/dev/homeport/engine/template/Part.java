package dev.homeport.engine.template;

/** What a template is made of once it is compiled: texts and values in their order. */
sealed interface Part {

  /** The text of this part for one request. */
  CharSequence render(Scope scope);

  record Text(String content) implements Part {

    @Override
    public CharSequence render(Scope scope) {
      return content;
    }
  }

  /** A value, escaped for where it goes. */
  record Value(Expression expression, Escaping escaping) implements Part {

    @Override
    public CharSequence render(Scope scope) {
      return escaping.escape(expression.value(scope));
    }
  }

  /** The head of a block: how often what stands in it is rendered, or whether. */
  record Block(KeyBlock block) implements Part {

    @Override
    public CharSequence render(Scope scope) {
      return "";
    }
  }
}
