package dev.tinwire.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the arrows of docs/ARCHITECTURE.md: {@code cli -> tools -> (http ->) wire}. */
final class ArchitectureTest {
  private static final String HOME = "dev.tinwire.";

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.tinwire");

  @Test
  void theRulesSeeEveryModule() {
    for (String module : List.of("wire", "http", "cli")) {
      assertTrue(HOUSE.containPackage(HOME + module), module);
    }
  }

  @Test
  void wireKnowsNoProtocolAndNoTool() {
    sees("wire").check(HOUSE);
  }

  @Test
  void theMessageGrammarSeesOnlyWire() {
    sees("http", "wire").check(HOUSE);
  }

  /** All that are planned are named, so that each stands under the rule from its first day. */
  @ParameterizedTest
  @ValueSource(strings = {"httpserver", "httpclient", "smtpclient", "udppinger", "heartbeat"})
  void aToolSeesNoOtherTool(String tool) {
    sees(tool, "http", "wire").allowEmptyShould(true).check(HOUSE);
  }

  @Test
  void aForbiddenArrowWouldBeNoticed() {
    assertThrows(AssertionError.class, () -> sees("cli", "http").check(HOUSE));
  }

  @Test
  void theTerminalHasNoSocket() {
    noClasses()
        .that()
        .resideInAPackage(HOME + "wire.terminal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio.channels..", "javax.net..")
        .check(HOUSE);
  }

  @Test
  void theSocketKitDrawsNothingAndReadsNoCommandLine() {
    noClasses()
        .that()
        .resideInAnyPackage(HOME + "wire", HOME + "wire.tls..", HOME + "http..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(HOME + "wire.terminal..", HOME + "wire.command..", "picocli..")
        .check(HOUSE);
  }

  @Test
  void atMostOneClassKnowsJakartaMail() {
    Set<String> builders =
        HOUSE.stream()
            .filter(type -> dependsOn(type, "jakarta.mail"))
            .map(type -> type.getBaseComponentType().getName().replaceFirst("\\$.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(builders.size() <= 1, builders::toString);
  }

  @Test
  void everyProtocolIsSpokenByOurselves() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "com.sun.net.httpserver..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.net.URLConnection.class)
        .check(HOUSE);
  }

  /** But for a second Ctrl-C, which ends it at once and whatever it is doing. */
  @Test
  void onlyTheExecutableEndsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackages(HOME + "cli", HOME + "testkit")
        .and()
        .doNotHaveFullyQualifiedName(HOME + "wire.command.Interrupts")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(HOUSE);
  }

  /** The first of these modules may use itself, the others named, and nothing else of the house. */
  private static ArchRule sees(String module, String... others) {
    var allowed = Set.of(others);
    return noClasses()
        .that()
        .resideInAPackage(HOME + module + "..")
        .should()
        .dependOnClassesThat(
            describe(
                "are ours, but not of " + module + " or " + allowed,
                type ->
                    type.getPackageName().startsWith(HOME)
                        && !moduleOf(type).equals(module)
                        && !allowed.contains(moduleOf(type))));
  }

  private static String moduleOf(JavaClass type) {
    return type.getPackageName().substring(HOME.length()).replaceFirst("\\..*", "");
  }

  private static boolean dependsOn(JavaClass type, String packageName) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(
            dependency -> dependency.getTargetClass().getPackageName().startsWith(packageName));
  }
}
