package dev.homeport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What lies in the jar: nothing that can be found in the place of something a user has. */
class JarContentsIT {

  private static final String SHADED = "dev/homeport/shaded/";

  private static final Set<String> ALLOWED =
      Set.of(
          "META-INF/MANIFEST.MF",
          "META-INF/LICENSE",
          "META-INF/NOTICE",
          "META-INF/THIRD-PARTY-LICENSES",
          "META-INF/FastDoubleParser-LICENSE",
          "META-INF/FastDoubleParser-ThirdParty-LICENSE",
          "META-INF/Schubfach-LICENSE");

  private JarFile jar;

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile(Packaged.JAR.toFile());
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  private Stream<String> names() {
    return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName);
  }

  private Stream<String> services() {
    return names().filter(name -> name.startsWith("META-INF/services/"));
  }

  private String text(String name) {
    return new String(bytes(name), UTF_8);
  }

  private byte[] bytes(String name) {
    try {
      return jar.getInputStream(jar.getEntry(name)).readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }

  private boolean holdsClass(String name) {
    return jar.getEntry(name.replace('.', '/') + ".class") != null;
  }

  @Test
  void everyNameIsOurs() {
    assertThat(names())
        .filteredOn(name -> !name.startsWith("dev/homeport/"))
        .filteredOn(name -> !name.startsWith("META-INF/services/dev.homeport.shaded."))
        .containsExactlyInAnyOrderElementsOf(ALLOWED);
  }

  @Test
  void onePlainSetOfClasses() throws IOException {
    Attributes manifest = jar.getManifest().getMainAttributes();

    assertThat(manifest.getValue("Multi-Release")).isNull();
    assertThat(manifest.getValue("Main-Class")).isEqualTo("dev.homeport.cli.Main");
  }

  @Test
  void everyServiceAndItsProvidersAreThere() {
    assertThat(services()).contains("META-INF/services/dev.homeport.shaded.org.xnio.XnioProvider");
    for (String service : services().toList()) {
      Stream<String> providers =
          text(service).lines().map(line -> line.replaceFirst("#.*", "").strip());

      assertThat(holdsClass(service.substring("META-INF/services/".length()))).as(service).isTrue();
      assertThat(providers.filter(line -> !line.isEmpty()))
          .as(service)
          .isNotEmpty()
          .allMatch(this::holdsClass);
    }
  }

  /**
   * Relocation rewrites every text that begins like a library's name ({@code io.undertow}) or that
   * is composed like the name of its resource ({@code "/" + language + "/" + file}), in our own
   * classes, too. Where that was not meant, write it differently: {@code String.join("/", "", a,
   * b)}.
   */
  @Test
  void noTextOfOurOwnWasTakenForALibrarys() {
    Pattern relocated =
        Pattern.compile("dev\\.homeport\\.shaded\\.|dev/homeport/shaded/[\\w/]*/\\x01");
    Set<String> meant = Set.of("dev/homeport/server/LibraryLog.class");

    assertThat(names())
        .filteredOn(name -> name.startsWith("dev/homeport/") && !name.startsWith(SHADED))
        .filteredOn(name -> relocated.matcher(new String(bytes(name), ISO_8859_1)).find())
        .containsExactlyInAnyOrderElementsOf(meant);
  }

  @Test
  void everyLibraryIsNamedWithItsLicence() {
    Pattern row = Pattern.compile("(?m)^([a-z0-9.]+) {2,}.* {2,}(Apache-2.0|MIT|BSD|CC0)");
    Set<String> known = new TreeSet<>();
    row.matcher(text("META-INF/THIRD-PARTY-LICENSES"))
        .results()
        .forEach(found -> known.add(SHADED + found.group(1).replace('.', '/') + "/"));
    List<String> libraries = names().filter(name -> name.startsWith(SHADED)).toList();

    assertThat(libraries).allMatch(name -> known.stream().anyMatch(name::startsWith));
    assertThat(known).allMatch(name -> libraries.stream().anyMatch(path -> path.startsWith(name)));
  }

  @Test
  void thePublishedPomBringsNoLibrary() throws Exception {
    NodeList dependencies =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse("dependency-reduced-pom.xml")
            .getElementsByTagName("dependency");

    assertThat(dependencies.getLength()).isPositive();
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      String scope = child(dependency, "scope");

      assertThat(scope.equals("test") || scope.equals("provided") || isOptional(dependency))
          .as(child(dependency, "artifactId"))
          .isTrue();
    }
  }

  private static boolean isOptional(Element dependency) {
    return child(dependency, "optional").equals("true");
  }

  private static String child(Element element, String name) {
    NodeList children = element.getElementsByTagName(name);
    return children.getLength() == 0 ? "" : children.item(0).getTextContent();
  }
}
