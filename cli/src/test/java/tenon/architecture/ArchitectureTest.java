package tenon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses ROOMS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("tenon");

  @Test
  void everyRoomKeepsToItsArrows() {
    Arrows.rules().forEach(rule -> rule.check(ROOMS));
  }

  @Test
  void everyRoomThatTheRulesNameIsThereAndNoOther() {
    Set<String> found =
        ROOMS.stream()
            .map(JavaClass::getPackageName)
            .map(name -> name.split("\\.", -1)[1])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found).containsExactlyInAnyOrderElementsOf(Arrows.ROOMS.keySet());
  }

  @Test
  void aClassThatBreaksTheArrowsIsCaughtByEachRuleItBreaks() {
    JavaClasses violation = new ClassFileImporter().importPackages("tenon.model.violation");

    List<String> failures =
        Arrows.rules().stream()
            .map(rule -> rule.allowEmptyShould(true).evaluate(violation).getFailureReport())
            .flatMap(report -> report.getDetails().stream())
            .toList();

    assertThat(failures)
        .anyMatch(text -> text.contains("tenon.packages.PackageInfo"))
        .anyMatch(text -> text.contains("picocli"))
        .anyMatch(text -> text.contains("java.nio.file.Path"));
  }
}
