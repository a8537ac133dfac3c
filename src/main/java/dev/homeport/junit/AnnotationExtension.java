package dev.homeport.junit;

import dev.homeport.Homeport;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link HomeportTest} does. */
final class AnnotationExtension extends ServerExtension {

  /** For JUnit, which makes one for each annotated class. */
  AnnotationExtension() {}

  @Override
  Optional<TestSetup> setup(Class<?> test, boolean isOutermost) {
    return AnnotationSupport.findAnnotation(test, HomeportTest.class)
        .map(annotation -> new AnnotationReader(test, annotation).read());
  }

  @Override
  String owner(Class<?> test) {
    return "@HomeportTest of " + test.getSimpleName();
  }

  @Override
  void opened(Homeport homeport) {
    // Tests have it as a parameter.
  }

  @Override
  void closed(Homeport homeport) {
    // Nobody was told.
  }
}
