package dev.homeport.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class with a mock server: started before its tests, closed after them, and fresh for each.
 *
 * <pre>{@code
 * @HomeportTest("mocks")
 * class CheckoutTest {
 *   @Test void chargesTheCard(Homeport api) {
 *     new Checkout(api.url()).pay(42);
 *     api.verify(post("/charges").json("$.amount", 42), once());
 *   }
 * }
 * }</pre>
 *
 * <p>The mocks are a folder, a folder of the class path, or YAML in place; without any the server
 * has no route until a test loads some. A problem in them fails the class, with the report of all,
 * before any test runs. The port is whatever the system gives, also when {@code homeport.yaml}
 * names one.
 *
 * <p>The constructor, the tests and the methods of their lifecycle may have parameters: {@link
 * dev.homeport.Homeport}, and a {@link java.net.URI} or {@link String} with {@link HomeportUrl}.
 * They get the test's port; {@code @BeforeAll}, {@code @AfterAll} and the constructor of a class
 * with one instance for all tests get the class's own. In a constructor this takes JUnit 5.12.
 *
 * <p>The requests that came until a test's last {@code @AfterEach} method returned are judged, and
 * fail the test. Then its port is closed: answers that are under way have half a second to end,
 * what comes later is cut off, or finds nobody, and fails nothing. To have a call judged that comes
 * later, wait for it ({@link dev.homeport.Count#within}). What the class's own port got is judged
 * after the last {@code @AfterAll} method, and fails the class.
 *
 * <p>A nested class has the server of the class around it, and what its {@code @BeforeAll} loads
 * only its own tests see; or a server of its own, with an annotation of its own. The annotation is
 * inherited, and may stand on another annotation.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(AnnotationExtension.class)
public @interface HomeportTest {

  /** A folder of mock files, from the folder that the tests run in: of Maven, the module's. */
  String value() default "";

  /** A folder of the class path, {@code mocks} for {@code src/test/resources/mocks}. */
  String classPath() default "";

  /** One mock file in place. */
  String yaml() default "";

  /** Whether each test has a port of its own. */
  Isolation isolation() default Isolation.PER_TEST;

  /**
   * Whether a test fails when a request came that no route answered. One for {@code /favicon.ico}
   * is never counted.
   */
  boolean failOnUnmatchedRequests() default true;

  /** Requests that may be left without an answer: {@code "GET /metrics"}, {@code "ANY /a/{*b}"}. */
  String[] ignore() default {};

  /**
   * Whether the class fails when all of its tests ran and passed, and a route that they began with
   * was asked by none. What a test forgets with {@code reset()} does not count as asked.
   */
  boolean failOnUnusedRoutes() default false;

  /**
   * A system property that has the URL while the class runs: {@code homeport.url}. Only with {@link
   * Isolation#PER_CLASS}; two classes cannot have the same one at the same time.
   */
  String property() default "";
}
