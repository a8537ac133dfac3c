package dev.homeport.engine.template;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.SyntaxException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The helper for invented people, places and things.
 *
 * <ul>
 *   <li>{@code {{fake 'person.firstName'}}} → {@code Ada}
 *   <li>{@code {{fake 'internet.email' locale='de'}}} → {@code lena.vogt@example.de}
 * </ul>
 *
 * Keys are {@code thing.property}, in the words of faker-js or of datafaker. They are checked when
 * the file is loaded; the library and its words are read only when some file asks for them. Safe to
 * share.
 */
final class FakeData {

  private volatile @Nullable FakeLibrary library;

  Helper helper() {
    return Helper.of("fake", 1, 1, "fake 'person.firstName'", this::make).withKeys("locale");
  }

  private Expression make(Arguments arguments) throws SyntaxException {
    Function<Scope, Locale> locale = arguments.prepared("locale", "en", FakeData::locale);
    Function<Scope, FakeLibrary.Source> source =
        arguments.prepared(0, null, key -> library().source(Values.text(key)));
    return scope -> source.apply(scope).draw(locale.apply(scope), scope);
  }

  private static Locale locale(@Nullable Object value) throws SyntaxException {
    String tag = Values.text(value).replace('_', '-');
    for (String known : FakeNames.LOCALES) {
      if (known.equalsIgnoreCase(tag)) {
        return Locale.forLanguageTag(known);
      }
    }
    throw new SyntaxException(
        "unknown locale '" + Values.text(value) + "'",
        Suggestion.didYouMean(tag, FakeNames.LOCALES));
  }

  /** Reads the library's words for the first time, which takes a good part of a second. */
  private FakeLibrary library() {
    FakeLibrary loaded = library;
    if (loaded != null) {
      return loaded;
    }
    synchronized (this) {
      loaded = library;
      if (loaded == null) {
        loaded = new FakeLibrary();
        library = loaded;
      }
      return loaded;
    }
  }
}
