package tenon.study;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.FirmReader;
import tenon.packages.FirmTables;
import tenon.study.page.FindingsJson;
import tenon.study.page.Json;
import tenon.twin.firm.Cascade;
import tenon.twin.firm.CascadeResult;
import tenon.twin.firm.CascadeSpec;
import tenon.twin.firm.FirmNetwork;
import tenon.twin.firm.Replaceability;
import tenon.twin.firm.Shocks;
import tenon.twin.firm.Stopping;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a study of cascades through a network of firms came to.
 *
 * @param firms number of firms
 * @param scenarios number of scenarios run
 * @param errorBound greatest proven bound of an error; infinite where eps ended the cascades
 * @param json the same, with the findings, for other programs
 */
public record CascadeStudy(int firms, int scenarios, double errorBound, String json) {
  private static final MathContext DIGITS = new MathContext(15);

  /**
   * What is asked.
   *
   * @param firms table of firms: firm, sector
   * @param edges table of links: supplier, customer, amount
   * @param essential matrix of needs: supplier sectors by row, customer sectors by column
   * @param shocks table of scenarios, or null to close every firm, one after another
   * @param replaced whether others of a sector stand in for a firm that fails
   * @param eps greatest change that ends a cascade; NaN for the fixed point
   * @param threads threads to work on
   */
  public record Question(
      Path firms,
      Path edges,
      Path essential,
      @Nullable Path shocks,
      boolean replaced,
      double eps,
      int threads) {}

  /**
   * Reads the tables, runs the cascades and writes the table of results.
   *
   * @param out table to write: firm (or scenario), esri, esri_down, esri_up, steps
   * @param locale language of the texts in the JSON
   * @return the outcome, or every fault of the tables; then nothing is written
   * @throws IOException if the table cannot be written
   */
  public static Loaded<CascadeStudy> run(
      Question question, Path out, Locale locale, Progress progress) throws IOException {
    return switch (FirmReader.read(
        question.firms(), question.edges(), question.essential(), question.shocks())) {
      case Loaded.Rejected<FirmTables>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FirmTables>(var tables, var warnings) -> {
        boolean every = question.shocks() == null;
        Shocks shocks = every ? new Shocks.EveryFirm() : Shocks.Given.of(tables.lost());
        CascadeResult result = Cascade.run(network(tables), spec(question), shocks, progress);
        write(tables, every, result, out);
        yield new Loaded.Ready<>(of(tables, result, warnings, locale), warnings);
      }
    };
  }

  private static FirmNetwork network(FirmTables tables) {
    return FirmNetwork.of(
        tables.sector(),
        tables.sectors().count(),
        tables.essential(),
        tables.supplier(),
        tables.customer(),
        tables.amount());
  }

  private static CascadeSpec spec(Question question) {
    return new CascadeSpec(
        question.replaced() ? Replaceability.SECTOR : Replaceability.NONE,
        Double.isNaN(question.eps()) ? new Stopping.Exact() : new Stopping.Eps(question.eps()),
        false,
        question.threads());
  }

  private static CascadeStudy of(
      FirmTables tables, CascadeResult result, List<Finding> warnings, Locale locale) {
    double bound = 0;
    for (int scenario = 0; scenario < result.scenarios(); scenario++) {
      bound = Math.max(bound, result.errorBound(scenario));
    }
    ObjectNode root = Json.object();
    root.put("firms", tables.firms().count());
    root.put("scenarios", result.scenarios());
    root.set("error_bound", Json.number(bound));
    root.set("findings", FindingsJson.of(warnings, locale));
    return new CascadeStudy(tables.firms().count(), result.scenarios(), bound, Json.pretty(root));
  }

  /** Writes beside the target and moves: a table is there whole or not at all. */
  private static void write(FirmTables tables, boolean every, CascadeResult result, Path out)
      throws IOException {
    Path target = out.toAbsolutePath();
    Path scratch = Files.createTempFile(target.getParent(), "cascade", ".csv");
    try {
      try (Writer text = Files.newBufferedWriter(scratch, UTF_8)) {
        text.write((every ? "firm" : "scenario") + ",esri,esri_down,esri_up,steps\n");
        for (int scenario = 0; scenario < result.scenarios(); scenario++) {
          String name = every ? tables.firms().key(scenario) : tables.scenarios().get(scenario);
          text.write(row(name, result, scenario));
        }
      }
      Files.move(scratch, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(scratch);
    }
  }

  private static String row(String name, CascadeResult result, int scenario) {
    return String.join(
            ",",
            quoted(name),
            number(result.esri(scenario)),
            number(result.esriDown(scenario)),
            number(result.esriUp(scenario)),
            Long.toString(result.steps(scenario)))
        + "\n";
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String number(double share) {
    return share == 0
        ? "0"
        : new BigDecimal(share).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
