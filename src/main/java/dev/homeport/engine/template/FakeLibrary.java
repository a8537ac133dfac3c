package dev.homeport.engine.template;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.SyntaxException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import net.datafaker.Faker;
import net.datafaker.providers.base.AbstractProvider;
import net.datafaker.service.FakeValuesService;
import net.datafaker.service.FakerContext;
import net.datafaker.service.RandomService;
import org.jspecify.annotations.Nullable;

/**
 * Datafaker behind names. Of each provider only public methods without parameters that return a
 * text, a number, a truth, a date or a list of texts have a name, so that no key reaches {@code
 * expression}, files or anything else. Safe to share.
 */
final class FakeLibrary {

  /** Providers that are tools rather than data. */
  private static final Set<String> NO_DATA = Set.of("options", "unique", "image", "locality");

  private static final Set<String> NO_PROPERTY =
      Set.of("toString", "hashCode", "getClass", "getFaker", "notify", "notifyAll");

  private static final MethodType DRAW = MethodType.methodType(Object.class, Faker.class);

  private final FakeValuesService words = new FakeValuesService();
  private final Map<String, Method> providers = new TreeMap<>();

  /** Draws one value. */
  @FunctionalInterface
  interface Source {
    @Nullable Object draw(Locale locale, Scope scope);
  }

  FakeLibrary() {
    for (Method method : Faker.class.getMethods()) {
      if (method.getParameterCount() == 0
          && AbstractProvider.class.isAssignableFrom(method.getReturnType())
          && !NO_DATA.contains(method.getName())) {
        providers.put(method.getName(), method);
      }
    }
  }

  /**
   * What a key draws from.
   *
   * @throws SyntaxException when no provider has a property of that name
   */
  Source source(String key) throws SyntaxException {
    Source dates = dates(key);
    if (dates != null) {
      return dates;
    }
    String name = FakeNames.SAME.getOrDefault(key, key);
    int dot = name.indexOf('.');
    if (dot < 0) {
      throw new SyntaxException(
          "'" + key + "' is not a key of fake data", "write thing.property: person.firstName");
    }
    String thing = name.substring(0, dot);
    String alias = FakeNames.THINGS.getOrDefault(thing, thing);
    Method provider = providers.get(alias);
    if (provider == null) {
      throw unknown(key, thing, nearest -> nearest + name.substring(dot), things());
    }
    String property = name.substring(dot + 1);
    Map<String, Method> properties = properties(provider.getReturnType());
    Method method = properties.get(property);
    if (method == null) {
      Set<String> known = new TreeSet<>(properties.keySet());
      FakeNames.SAME.keySet().stream()
          .filter(same -> same.startsWith(thing + "."))
          .forEach(same -> known.add(same.substring(thing.length() + 1)));
      throw unknown(key, property, nearest -> thing + "." + nearest, known);
    }
    MethodHandle handle = handle(provider, method);
    return (locale, scope) -> plain(draw(handle, faker(locale, scope)));
  }

  private Set<String> things() {
    Set<String> things = new TreeSet<>(providers.keySet());
    things.addAll(FakeNames.THINGS.keySet());
    return things;
  }

  private static SyntaxException unknown(
      String key, String part, UnaryOperator<String> whole, Set<String> known) {
    String nearest = Suggestion.nearest(part, known);
    return new SyntaxException(
        "unknown key '" + key + "' of fake data",
        nearest == null ? null : "did you mean '" + whole.apply(nearest) + "'?");
  }

  private static Map<String, Method> properties(Class<?> provider) {
    Map<String, Method> properties = new TreeMap<>();
    for (Method method : provider.getMethods()) {
      if (method.getParameterCount() == 0
          && !NO_PROPERTY.contains(method.getName())
          && isData(method.getReturnType())) {
        properties.put(method.getName(), method);
      }
    }
    return properties;
  }

  private static boolean isData(Class<?> type) {
    return type == String.class
        || type == boolean.class
        || type == char.class
        || type == int.class
        || type == long.class
        || type == double.class
        || Number.class.isAssignableFrom(type)
        || Boolean.class == type
        || Character.class == type
        || Instant.class == type
        || LocalDate.class == type
        || List.class == type;
  }

  private static MethodHandle handle(Method provider, Method property) {
    try {
      MethodHandle first = MethodHandles.publicLookup().unreflect(provider);
      MethodHandle second = MethodHandles.publicLookup().unreflect(property);
      return MethodHandles.filterReturnValue(
              first, second.asType(second.type().changeParameterType(0, provider.getReturnType())))
          .asType(DRAW);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(property + " is not public", e);
    }
  }

  private static @Nullable Object draw(MethodHandle handle, Faker faker) {
    try {
      return (Object) handle.invokeExact(faker);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** A faker of one request: it draws from the request's source of chance, the words are shared. */
  private Faker faker(Locale locale, Scope scope) {
    return new Faker(words, new FakerContext(locale, new RandomService(scope.random())));
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Instant instant) {
      return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return value == null || value instanceof Number || value instanceof Boolean
        ? value
        : value.toString();
  }

  /** Dates count from the answer's instant, so that they repeat with a fixed clock. */
  private static @Nullable Source dates(String key) {
    long year = Duration.ofDays(365).toSeconds();
    return switch (key) {
      case "date.past" -> around(-year, -1);
      case "date.future" -> around(1, year);
      case "date.recent" -> around(-Duration.ofDays(1).toSeconds(), -1);
      case "date.soon" -> around(1, Duration.ofDays(1).toSeconds());
      case "date.anytime" -> around(-year, year);
      case "date.birthdate", "date.birthday" ->
          (locale, scope) -> {
            long days = Chance.between(scope.random(), 18 * 365L, 80 * 365L);
            return scope.now().minus(days, ChronoUnit.DAYS).toString().substring(0, 10);
          };
      default -> null;
    };
  }

  private static Source around(long least, long most) {
    return (locale, scope) ->
        scope
            .now()
            .truncatedTo(ChronoUnit.SECONDS)
            .plusSeconds(Chance.between(scope.random(), least, most))
            .toString();
  }
}
