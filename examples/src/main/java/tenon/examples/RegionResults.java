package tenon.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.assess.Assess;
import tenon.assess.AssessSpec;
import tenon.assess.Assessment;
import tenon.assess.Grade;
import tenon.assess.Scores;
import tenon.model.Finding;
import tenon.model.Keys;
import tenon.model.Loaded;
import tenon.packages.DataPackage;

/** The expected results of {@link Regions}, as tables: level over all years, scores, gaps. */
final class RegionResults {
  private final Assessment assessment;
  private final Keys units;
  private final Keys periods;
  private final Keys codes;

  private RegionResults(Assessment assessment) {
    this.assessment = assessment;
    units = assessment.panel().units();
    periods = assessment.panel().periods();
    codes = assessment.panel().hierarchy().keys();
  }

  static void write(DataPackage data, Path directory) throws IOException {
    RegionResults results = new RegionResults(assess(data));
    Files.createDirectories(directory);
    results.save(directory.resolve("levels.csv"), results.levels());
    results.save(directory.resolve("scores.csv"), results.scores());
    results.save(directory.resolve("gaps.csv"), results.gaps());
  }

  /** Assesses with fixed goalposts and the weights given. */
  static Assessment assess(DataPackage data) {
    return switch (Assess.assess(data.panel(), AssessSpec.standard())) {
      case Loaded.Ready<Assessment> ready -> ready.value();
      case Loaded.Rejected<Assessment> rejected ->
          throw new IllegalStateException(
              String.join("\n", rejected.findings().stream().map(RegionResults::text).toList()));
    };
  }

  private static String text(Finding finding) {
    return finding.text(Locale.ENGLISH);
  }

  private void save(Path file, StringBuilder table) throws IOException {
    Files.writeString(file, table, StandardCharsets.UTF_8);
  }

  private StringBuilder levels() {
    StringBuilder table = new StringBuilder("unit_id,code,score,grade,rank\n");
    Scores scores = assessment.scores();
    for (int node = 0; node < codes.count(); node++) {
      int[] ranks = scores.meanRanks(node);
      for (int unit = 0; unit < units.count(); unit++) {
        double score = scores.mean(node, unit);
        table.append(units.key(unit)).append(',').append(codes.key(node)).append(',');
        append(table, score, Grade.of(score), ranks[unit]);
      }
    }
    return table;
  }

  private StringBuilder scores() {
    StringBuilder table = new StringBuilder("unit_id,period,code,score,grade,rank\n");
    Scores scores = assessment.scores();
    for (int node = 0; node < codes.count(); node++) {
      for (int period = 0; period < periods.count(); period++) {
        int[] ranks = scores.ranks(node, period);
        for (int unit = 0; unit < units.count(); unit++) {
          key(table, unit, period, node);
          append(
              table,
              scores.score(node, unit, period),
              scores.grade(node, unit, period),
              ranks[unit]);
        }
      }
    }
    return table;
  }

  private StringBuilder gaps() {
    StringBuilder table = new StringBuilder("unit_id,period,code,gap,share,points\n");
    for (int node = 0; node < codes.count(); node++) {
      for (int period = 0; period < periods.count(); period++) {
        for (int unit = 0; unit < units.count(); unit++) {
          double points = assessment.gaps().points(node, unit, period);
          if (!Double.isNaN(points)) {
            key(table, unit, period, node);
            table
                .append(number(assessment.gaps().inUnit(node, unit, period)))
                .append(',')
                .append(number(assessment.gaps().share(node, unit, period)))
                .append(',')
                .append(number(points))
                .append('\n');
          }
        }
      }
    }
    return table;
  }

  private void key(StringBuilder table, int unit, int period, int node) {
    table.append(units.key(unit)).append(',').append(periods.key(period)).append(',');
    table.append(codes.key(node)).append(',');
  }

  private static void append(StringBuilder table, double score, @Nullable Grade grade, int rank) {
    String title = grade == null ? "" : grade.title(Locale.ENGLISH);
    table.append(number(score)).append(',').append(title).append(',');
    table.append(rank == 0 ? "" : Integer.toString(rank)).append('\n');
  }

  /** Four decimals: more than the values' own three carry into a score. Blank is unknown. */
  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
  }
}
