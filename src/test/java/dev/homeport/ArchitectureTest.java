package dev.homeport;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The picture of ARCHITECTURE.md, as rules. None is frozen: what they say holds for every class.
 */
@AnalyzeClasses(packages = "dev.homeport", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "dev.homeport";
  private static final String ENGINE = ROOT + ".engine";

  @ArchTest
  static final ArchRule foldersPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy(ROOT + ".cli..")
          .layer("junit")
          .definedBy(ROOT + ".junit..")
          .layer("Homeport")
          .definedBy(ROOT)
          .layer("server")
          .definedBy(ROOT + ".server..")
          .layer("definition")
          .definedBy(ROOT + ".definition..")
          .layer("engine")
          .definedBy(ENGINE + "..")
          .layer("diagnostic")
          .definedBy(ROOT + ".diagnostic..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("junit")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("Homeport")
          .mayOnlyBeAccessedByLayers("cli", "junit")
          .whereLayer("server")
          .mayOnlyBeAccessedByLayers("cli", "Homeport")
          .whereLayer("definition")
          .mayOnlyBeAccessedByLayers("cli", "Homeport", "server")
          .whereLayer("engine")
          .mayOnlyBeAccessedByLayers("cli", "Homeport", "server", "definition")
          .whereLayer("diagnostic")
          .mayOnlyBeAccessedByLayers("cli", "Homeport", "server", "definition", "engine");

  @ArchTest
  static final ArchRule noPackageIsPartOfACycle =
      slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule undertowStaysInTheServer =
      door(ROOT + ".server..", "io.undertow..", "org.xnio..");

  @ArchTest
  static final ArchRule handlebarsStaysInTheTemplates =
      door(ENGINE + ".template..", "com.github.jknack..", "net.datafaker..");

  @ArchTest
  static final ArchRule yamlStaysInItsReader =
      door(ROOT + ".definition.yaml..", "org.snakeyaml..", "tools.jackson.dataformat..");

  @ArchTest static final ArchRule picocliStaysInTheCommandLine = door(ROOT + ".cli..", "picocli..");

  @ArchTest
  static final ArchRule jUnitStaysInItsPackage =
      door(ROOT + ".junit..", "org.junit..", "org.opentest4j..");

  @ArchTest
  static final ArchRule jUnitSeesTheJavaApiOnly =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".junit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + ".server..", ROOT + ".definition..", ENGINE + "..", ROOT + ".diagnostic..");

  @ArchTest
  static final ArchRule jsonLibrariesStayBehindJson =
      door(ENGINE + ".json..", "com.jayway..", "com.networknt..", "net.minidev..");

  @ArchTest
  static final ArchRule regularExpressionsStayBehindTheirPackage =
      door(ENGINE + ".regex..", "com.google.re2j..");

  @ArchTest static final ArchRule xmlUnitStaysBehindXml = door(ENGINE + ".xml..", "org.xmlunit..");

  @ArchTest
  static final ArchRule graphQlStaysInTheConditions =
      door(ENGINE + ".match..", "graphql..", "org.dataloader..");

  @ArchTest
  static final ArchRule theEngineKnowsNoSocketAndNoFile =
      noClasses()
          .that()
          .resideInAPackage(ENGINE + "..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net.http.."))
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.File")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.Socket");

  @ArchTest
  static final ArchRule nothingReadsTheEnvironmentButTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".cli..")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class);

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule nothingStaticChanges =
      fields().that().areStatic().should().beFinal().because("state belongs to a running server");

  @ArchTest
  static final ArchRule noThreadLocals =
      noFields()
          .should()
          .haveRawType(ThreadLocal.class)
          .because("a request is handed on, not found");

  @ArchTest
  static final ArchRule modelsCarryNoJacksonAnnotations =
      classes()
          .should()
          .onlyDependOnClassesThat(resideInAPackage("com.fasterxml.jackson.annotation..").negate());

  /** Only the classes in {@code home} may use a library. */
  private static ArchRule door(String home, String... library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library);
  }
}
