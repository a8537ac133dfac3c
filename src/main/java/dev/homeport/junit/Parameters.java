package dev.homeport.junit;

import dev.homeport.Homeport;
import java.lang.reflect.Constructor;
import java.net.URI;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** Which parameters are meant, and what they get. */
final class Parameters {

  private Parameters() {}

  static boolean isMeant(ParameterContext parameter) {
    return type(parameter) == Homeport.class || parameter.isAnnotated(HomeportUrl.class);
  }

  static Object value(ParameterContext parameter, Homeport homeport) {
    Class<?> type = type(parameter);
    if (type == Homeport.class) {
      return homeport;
    } else if (type == String.class) {
      return homeport.url();
    } else if (type == URI.class) {
      return URI.create(homeport.url());
    }
    throw new ParameterResolutionException(
        "@HomeportUrl is for a URI or a String, not for " + type.getName());
  }

  /** Whether one instance of the class is for all of its tests. */
  static boolean hasOneInstance(ExtensionContext context) {
    return context.getTestInstanceLifecycle().filter(Lifecycle.PER_CLASS::equals).isPresent();
  }

  private static Class<?> type(ParameterContext parameter) {
    return parameter.getParameter().getType();
  }

  /**
   * Refuses a constructor of which JUnit does not say for which test it is called.
   *
   * @param context that of a class
   */
  static void refuseConstructorOfAnyTest(ParameterContext parameter, ExtensionContext context) {
    if (parameter.getDeclaringExecutable() instanceof Constructor && !hasOneInstance(context)) {
      throw new ParameterResolutionException(
          "in a constructor this needs JUnit 5.12 or later (write it as a parameter of a test, or of"
              + " @BeforeEach)");
    }
  }
}
