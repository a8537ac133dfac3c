package dev.homeport.junit;

import dev.homeport.HomeportOptions;
import dev.homeport.RequestPattern;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Makes of the annotation of a class what it says. */
final class AnnotationReader {

  private final Class<?> test;
  private final HomeportTest annotation;

  AnnotationReader(Class<?> test, HomeportTest annotation) {
    this.test = test;
    this.annotation = annotation;
  }

  /** Its words, before the server is started. */
  TestSetup read() {
    return new TestSetup(options(), annotation.isolation(), rules(), annotation.property());
  }

  private Rules rules() {
    return new Rules(
        annotation.failOnUnmatchedRequests(),
        Arrays.stream(annotation.ignore()).map(this::request).toList(),
        annotation.failOnUnusedRoutes());
  }

  private HomeportOptions options() {
    List<String> sources =
        Stream.of(annotation.value(), annotation.classPath(), annotation.yaml())
            .filter(each -> !each.isEmpty())
            .toList();
    if (sources.size() > 1) {
      throw mistake("mocks come from one place (write a folder, classPath or yaml)");
    } else if (sources.isEmpty()) {
      return HomeportOptions.empty();
    } else if (!annotation.yaml().isEmpty()) {
      return HomeportOptions.ofYaml("yaml of " + test.getSimpleName(), annotation.yaml());
    } else if (!annotation.classPath().isEmpty()) {
      return HomeportOptions.ofClassPath(annotation.classPath());
    }
    Path folder = Path.of(annotation.value());
    if (!Files.isDirectory(folder)) {
      throw mistake("there is no folder " + folder.toAbsolutePath() + orOnTheClassPath());
    }
    return HomeportOptions.of(folder);
  }

  private String orOnTheClassPath() {
    return test.getClassLoader().getResource(annotation.value()) == null
        ? ""
        : " (the class path has one: write classPath = \"" + annotation.value() + "\")";
  }

  private RequestPattern request(String text) {
    int space = text.indexOf(' ');
    if (space < 0) {
      throw mistake("'" + text + "' is no request to ignore (write \"GET /path\")");
    }
    return RequestPattern.request(text.substring(0, space), text.substring(space + 1));
  }

  private ExtensionConfigurationException mistake(String what) {
    return new ExtensionConfigurationException(
        "@HomeportTest of " + test.getSimpleName() + ": " + what);
  }
}
