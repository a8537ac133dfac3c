package dev.homeport.engine.match;

import dev.homeport.diagnostic.VisibleText;
import java.util.function.Supplier;

/** A mismatch whose words are made when somebody reads them. */
record Said(Supplier<String> who, Supplier<String> wanted, Supplier<String> came)
    implements Mismatch {

  @Override
  public String subject() {
    return VisibleText.of(who.get());
  }

  @Override
  public String expected() {
    return VisibleText.of(wanted.get());
  }

  @Override
  public String found() {
    return VisibleText.of(came.get());
  }
}
