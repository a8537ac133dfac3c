package dev.homeport.junit;

import dev.homeport.Homeport;
import dev.homeport.VerificationError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * Opens, judges and closes ports when JUnit says so. Keeps them in JUnit's stores: a class's below
 * the class, a test's below {@link #TEST}. Safe for any number of threads.
 */
abstract sealed class ServerExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver,
        TestInstancePreConstructCallback
    permits AnnotationExtension, HomeportExtension {

  private static final String TEST = "test";
  private static final Namespace RUN = Namespace.create(PublishedProperties.class);

  private final Namespace namespace = Namespace.create(ServerExtension.class, new Object());

  /**
   * What a class wants.
   *
   * @return empty to have what the class around it has
   */
  abstract Optional<TestSetup> setup(Class<?> test, boolean isOutermost);

  /** Who wants it, for messages. */
  abstract String owner(Class<?> test);

  /** Hears of the port that is the only one at the moment, maybe twice. */
  abstract void opened(Homeport homeport);

  /** Hears that a port is closed. */
  abstract void closed(Homeport homeport);

  /** An instance for all tests is made before {@link #beforeAll}, and may want the URL already. */
  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext instance, ExtensionContext context) {
    if (context.getTestMethod().isEmpty() && Parameters.hasOneInstance(context)) {
      beforeAll(context);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Port port = classPort(context);
    if (isOutermost(port, context) && port instanceof SharedPort) {
      opened(port.homeport());
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Port port = testPort(context);
    if (hasServerOfItsOwn(context)) {
      opened(port.homeport());
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Port port = store(context).get(TEST, Port.class);
    if (port == null) {
      return;
    }
    context.getExecutionException().ifPresent(failure -> explain(failure, port));
    boolean passed = false;
    try {
      port.end();
      passed = context.getExecutionException().isEmpty();
    } finally {
      port.use().ran(context.getRequiredTestMethod(), passed);
      if (hasServerOfItsOwn(context)) {
        closed(port.homeport());
      }
    }
  }

  private static void explain(Throwable failure, Port port) {
    if (failure instanceof VerificationError && port instanceof OwnPort own) {
      own.requestsElsewhere().map(AssertionError::new).ifPresent(failure::addSuppressed);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Port port = store(context).get(context.getRequiredTestClass(), Port.class);
    if (port == null) {
      return;
    }
    boolean isOutermost = isOutermost(port, context);
    try {
      port.end();
    } finally {
      if (isOutermost) {
        closed(port.homeport());
      }
    }
    if (isOutermost && context.getExecutionException().isEmpty()) {
      port.use().check(port.homeport());
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Parameters.isMeant(parameter);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (context.getTestMethod().isPresent()) {
      return Parameters.value(parameter, testPort(context).homeport());
    }
    Parameters.refuseConstructorOfAnyTest(parameter, context);
    return Parameters.value(parameter, classPort(context).homeport());
  }

  /** In JUnit from 5.12 on: the constructor's parameters are those of the test that it is for. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  private Port testPort(ExtensionContext context) {
    Port there = store(context).get(TEST, Port.class);
    if (there != null) {
      return there;
    }
    Port port = classPort(context).open(context.getDisplayName());
    store(context).put(TEST, port);
    return port;
  }

  private Port classPort(ExtensionContext context) {
    Class<?> test = context.getRequiredTestClass();
    Port there = store(context).get(test, Port.class);
    if (there != null) {
      return there;
    }
    Port outer = outer(context);
    Optional<TestSetup> setup = setup(test, outer == null);
    Port port =
        outer == null || setup.isPresent()
            ? start(setup.orElseThrow(), context)
            : outer.open(test.getSimpleName());
    store(context).put(test, port);
    return port;
  }

  private @Nullable Port outer(ExtensionContext context) {
    Optional<ExtensionContext> around = context.getParent();
    while (around.isPresent()) {
      Optional<Class<?>> test = around.get().getTestClass();
      Port port = test.isPresent() ? store(around.get()).get(test.get(), Port.class) : null;
      if (port != null) {
        return port;
      }
      around = around.get().getParent();
    }
    return null;
  }

  private Port start(TestSetup setup, ExtensionContext context) {
    Class<?> test = context.getRequiredTestClass();
    String owner = owner(test);
    boolean forOneTest = context.getTestMethod().isPresent();
    if (forOneTest && (setup.rules().failOnUnused() || !setup.property().isEmpty())) {
      throw new ExtensionConfigurationException(
          owner
              + ": a server for one test has no property and no unused routes (make the field"
              + " static)");
    }
    Homeport homeport = setup.start(owner);
    RouteUse use = new RouteUse(test, setup.rules().failOnUnused());
    if (setup.isolation() == Isolation.PER_TEST) {
      return new OwnPort(homeport, setup.rules(), use);
    }
    try {
      Runnable whenClosed = publish(setup.property(), homeport, owner, context);
      return new SharedPort(test.getSimpleName(), homeport, setup.rules(), use, whenClosed);
    } catch (RuntimeException e) {
      homeport.close();
      throw e;
    }
  }

  private static Runnable publish(
      String property, Homeport homeport, String owner, ExtensionContext context) {
    if (property.isEmpty()) {
      return () -> {};
    }
    return context
        .getRoot()
        .getStore(RUN)
        .getOrComputeIfAbsent(RUN, any -> new PublishedProperties(), PublishedProperties.class)
        .publish(property, homeport.url(), owner);
  }

  private boolean isOutermost(Port port, ExtensionContext context) {
    return port.use().test() == context.getRequiredTestClass();
  }

  /** Whether the server is this test's alone: of an extension in a field that is not static. */
  private boolean hasServerOfItsOwn(ExtensionContext context) {
    return context
        .getParent()
        .map(around -> store(around).get(context.getRequiredTestClass(), Port.class) == null)
        .orElse(true);
  }

  private Store store(ExtensionContext context) {
    return context.getStore(namespace);
  }
}
