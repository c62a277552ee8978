package tenon.twin.firm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A random network of 5, 20 or 200 firms of our own, and what GLcascade (fastcascade 0.9.3.1) makes
 * of every closure.
 */
public final class OracleCase {
  private final int firms;
  private final Function<String, List<String>> file;

  /**
   * Names a case.
   *
   * @param file gives the lines of a file by its name
   */
  public OracleCase(int firms, Function<String, List<String>> file) {
    this.firms = firms;
    this.file = file;
  }

  /** Cells of a file without its header. */
  public List<String[]> rows(String name) {
    List<String[]> rows = new ArrayList<>();
    List<String> lines = file.apply("firms" + firms + "_" + name + ".csv");
    for (String line : lines.subList(1, lines.size())) {
      rows.add(line.split(",", -1));
    }
    return rows;
  }

  public FirmNetwork network() {
    List<String[]> classes = rows("essential");
    int sectors = classes.size();
    byte[] essential = new byte[sectors * sectors];
    for (int k = 0; k < sectors; k++) {
      for (int l = 0; l < sectors; l++) {
        essential[k * sectors + l] = Byte.parseByte(classes.get(k)[l + 1]);
      }
    }
    int[] sector = rows("firms").stream().mapToInt(row -> Integer.parseInt(row[1]) - 1).toArray();
    List<String[]> edges = rows("edges");
    return FirmNetwork.of(
        sector,
        sectors,
        essential,
        edges.stream().mapToInt(row -> Integer.parseInt(row[0]) - 1).toArray(),
        edges.stream().mapToInt(row -> Integer.parseInt(row[1]) - 1).toArray(),
        edges.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray());
  }

  /** Published results by firm: ESRI, ESRI_down, ESRI_up, steps. */
  public List<double[]> published(Replaceability replaceability, String eps) {
    String market = replaceability == Replaceability.NONE ? "none" : "sector";
    List<double[]> results = new ArrayList<>();
    for (String[] row : rows("esri_market-" + market + "_eps" + eps)) {
      double[] numbers = new double[4];
      for (int at = 0; at < 4; at++) {
        numbers[at] = Double.parseDouble(row[at + 1]);
      }
      results.add(numbers);
    }
    return results;
  }

  public int firms() {
    return firms;
  }
}
