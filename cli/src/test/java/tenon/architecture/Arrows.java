package tenon.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rooms, and what each may know beside itself. */
final class Arrows {

  /** Rooms that each room may know. */
  static final Map<String, List<String>> ROOMS =
      Map.ofEntries(
          Map.entry("model", List.of()),
          Map.entry("numeric", List.of()),
          Map.entry("packages", List.of("model")),
          Map.entry("assess", List.of("model", "numeric")),
          Map.entry("twin", List.of("model", "numeric")),
          Map.entry("respond", List.of("model", "numeric", "twin")),
          Map.entry("evaluate", List.of("model", "numeric")),
          Map.entry("study", List.of("model", "packages", "assess", "twin", "respond", "evaluate")),
          Map.entry("cli", List.of("model", "packages", "study")));

  /** Rooms that may use a library, by the library's package. */
  static final Map<String, List<String>> LIBRARIES =
      Map.ofEntries(
          Map.entry("com.google.ortools", List.of("numeric")),
          Map.entry("org.apache.commons.rng", List.of("numeric")),
          Map.entry("com.ibm.icu", List.of("packages")),
          Map.entry("org.apache.commons.text", List.of("packages")),
          Map.entry("org.apache.commons.statistics", List.of("numeric")),
          Map.entry("de.siegmar.fastcsv", List.of("packages")),
          Map.entry("org.duckdb", List.of("packages")),
          Map.entry("tools.jackson", List.of("packages", "study")),
          Map.entry("org.apache.poi", List.of("packages", "study")),
          Map.entry("com.github.weisj", List.of("study")),
          Map.entry("picocli", List.of("cli")),
          Map.entry("me.tongfei", List.of("cli")));

  /** Rooms that compute and never touch a file or the network. */
  static final List<String> PURE =
      List.of("model", "numeric", "assess", "twin", "respond", "evaluate");

  private Arrows() {}

  static List<ArchRule> rules() {
    List<ArchRule> rules = new ArrayList<>();
    ROOMS.forEach((room, known) -> rules.add(knowsOnly(room, known)));
    LIBRARIES.forEach((library, rooms) -> rules.add(libraryStaysIn(library, rooms)));
    PURE.forEach(room -> rules.add(touchesNoFile(room)));
    rules.add(slices().matching("tenon.(*)..").should().beFreeOfCycles());
    rules.add(
        noClasses()
            .should()
            .resideInAnyPackage(
                "..util..", "..utils..", "..common..", "..helper..", "..manager..", "..impl.."));
    return rules;
  }

  private static ArchRule knowsOnly(String room, List<String> known) {
    return classes()
        .that()
        .resideInAPackage("tenon." + room + "..")
        .should()
        .onlyDependOnClassesThat(outsideOrIn(room, known));
  }

  private static DescribedPredicate<JavaClass> outsideOrIn(String room, List<String> known) {
    return DescribedPredicate.describe(
        "are outside Tenon or in " + room + " " + known,
        type -> {
          String name = type.getPackageName() + ".";
          return !name.startsWith("tenon.")
              || name.startsWith("tenon." + room + ".")
              || known.stream().anyMatch(other -> name.startsWith("tenon." + other + "."));
        });
  }

  private static ArchRule libraryStaysIn(String library, List<String> rooms) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            rooms.stream().map(room -> "tenon." + room + "..").toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library + "..");
  }

  private static ArchRule touchesNoFile(String room) {
    return noClasses()
        .that()
        .resideInAPackage("tenon." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..");
  }
}
