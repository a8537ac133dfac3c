package dev.homeport.junit;

import dev.homeport.Homeport;
import dev.homeport.ServedRoute;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Which routes the tests of a class asked, on all of their ports, and which tests ran. Safe for any
 * number of threads.
 */
final class RouteUse {

  private final Class<?> test;
  private final boolean isJudged;

  /** Places of routes: those of one collection have one. Guarded by this, as the others. */
  private final Set<String> asked = new HashSet<>();

  private final Set<Method> ran = new HashSet<>();
  private boolean allPassed = true;

  /**
   * Of a class and those nested in it.
   *
   * @param isJudged whether {@link #check} says anything
   */
  RouteUse(Class<?> test, boolean isJudged) {
    this.test = test;
    this.isJudged = isJudged;
  }

  /** Whose server it is. */
  Class<?> test() {
    return test;
  }

  /** Adds what a port counted since its last reset. */
  synchronized void add(Homeport port) {
    routes(port).filter(route -> route.calls() > 0).map(ServedRoute::place).forEach(asked::add);
  }

  synchronized void ran(Method testMethod, boolean passed) {
    ran.add(testMethod);
    allPassed &= passed;
  }

  /**
   * Judges the routes that a server began with; when a test was left out, or failed before it asked
   * for anything, nobody can tell, and nothing is said.
   *
   * @throws AssertionError when some were never asked
   */
  synchronized void check(Homeport server) {
    if (!isJudged || !allPassed || !ran.containsAll(tests(test))) {
      return;
    }
    List<String> unused =
        routes(server)
            .filter(route -> !asked.contains(route.place()))
            .map(RouteUse::shown)
            .toList();
    if (!unused.isEmpty()) {
      throw new AssertionError(
          unused.stream()
              .collect(
                  Collectors.joining(
                      "\n  ",
                      "no test of "
                          + test.getSimpleName()
                          + " asked these routes ("
                          + unused.size()
                          + " of "
                          + routes(server).count()
                          + "):\n  ",
                      "")));
    }
  }

  /** Those of its services, too. */
  private static Stream<ServedRoute> routes(Homeport port) {
    return Stream.concat(Stream.of(port), port.services().values().stream())
        .flatMap(each -> each.routes().stream());
  }

  private static String shown(ServedRoute route) {
    return route.key() + ", " + route.place();
  }

  private static List<Method> tests(Class<?> type) {
    List<Method> all =
        new ArrayList<>(
            AnnotationSupport.findAnnotatedMethods(
                type, Testable.class, HierarchyTraversalMode.TOP_DOWN));
    for (Class<?> nested : ReflectionSupport.findNestedClasses(type, RouteUse::sharesTheServer)) {
      all.addAll(tests(nested));
    }
    return all;
  }

  private static boolean sharesTheServer(Class<?> nested) {
    return AnnotationSupport.isAnnotated(nested, Nested.class)
        && !AnnotationSupport.isAnnotated(nested, HomeportTest.class);
  }
}
