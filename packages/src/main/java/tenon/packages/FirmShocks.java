package tenon.packages;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tenon.model.Findings;
import tenon.model.Keys;
import tenon.model.Loaded;

/** Scenarios of shares of capacity lost by firm. */
public final class FirmShocks {
  private final List<String> scenarios;
  private final double[][] lost;

  private FirmShocks(List<String> scenarios, double[][] lost) {
    this.scenarios = List.copyOf(scenarios);
    this.lost = lost;
  }

  /** Reads the scenarios of firms that are known, laid out as {@link FirmReader} says. */
  public static Loaded<FirmShocks> read(Path file, Keys firms) {
    Findings findings = new Findings();
    ShockRows rows = ShockRows.read(file, firms, findings);
    return findings.hasErrors()
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(new FirmShocks(rows.names, rows.byScenario()), findings.list());
  }

  /** Names of the scenarios. */
  public List<String> scenarios() {
    return scenarios;
  }

  /** Lost share of capacity, 0 to 1, by scenario, then firm. */
  public double[][] lost() {
    return Arrays.stream(lost).map(double[]::clone).toArray(double[][]::new);
  }
}
