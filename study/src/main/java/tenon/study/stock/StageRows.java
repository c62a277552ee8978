package tenon.study.stock;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.study.text.Refusal;

/**
 * A network in one table: {@code stage_id, lead_time, max_s_time, cost, risk_pool, ext_demand_mean,
 * ext_demand_std, ext_demand_thres, up_stages}, the last column going on as pairs of a supplier and
 * the units taken of it. {@code cost} is what the stage adds; {@code ext_demand_thres} is z. Demand
 * is pooled as that of independent markets ({@code risk_pool} 2); no other pooling is known.
 */
final class StageRows {
  private static final String FIRST = "stage_id";
  private static final int UP = 8;

  private StageRows() {}

  /** Whether a file begins as such a table. */
  static boolean isOne(Path file) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines.findFirst().filter(line -> line.startsWith(FIRST + ",")).isPresent();
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return false;
    }
  }

  static Loaded<StageNetwork> read(Path file) {
    String name = String.valueOf(file.getFileName());
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (MalformedInputException notText) {
      return new Loaded.Rejected<>(List.of(Refusal.of("stage-rows", name, null)));
    } catch (IOException unreadable) {
      return new Loaded.Rejected<>(
          List.of(Refusal.of("stage-rows", name, String.valueOf(unreadable.getMessage()))));
    }
    List<Finding> faults = new ArrayList<>();
    List<StageNetwork.Raw> raws = new ArrayList<>();
    List<StageNetwork.Pair> pairs = new ArrayList<>();
    for (int at = 1; at < lines.size(); at++) {
      if (!lines.get(at).isBlank()) {
        row(name + ":" + (at + 1), List.of(lines.get(at).split(",", -1)), raws, pairs, faults);
      }
    }
    if (raws.isEmpty() && faults.isEmpty()) {
      faults.add(Refusal.of("stages-missing", name, null));
    }
    return faults.isEmpty()
        ? StageNetwork.made(raws, pairs, List.of(file))
        : new Loaded.Rejected<>(faults);
  }

  private static void row(
      String place,
      List<String> cells,
      List<StageNetwork.Raw> raws,
      List<StageNetwork.Pair> pairs,
      List<Finding> faults) {
    String stage = cells.getFirst().strip();
    double time = number(place, cells, 1, "lead_time", faults);
    if (Double.isNaN(time)) {
      faults.add(Refusal.of("stage-blank", place, stage, "lead_time"));
    }
    double greatest = number(place, cells, 2, "max_s_time", faults);
    double pool = number(place, cells, 4, "risk_pool", faults);
    if (!Double.isNaN(pool) && pool != 2) {
      faults.add(Refusal.of("stage-pool", place, cells.get(4)));
    }
    double sd = zero(number(place, cells, 6, "ext_demand_std", faults));
    double z = number(place, cells, 7, "ext_demand_thres", faults);
    if (sd > 0 && Double.isNaN(z)) {
      faults.add(Refusal.of("stage-blank", place, stage, "ext_demand_thres"));
    }
    double mean = zero(number(place, cells, 5, "ext_demand_mean", faults));
    raws.add(
        new StageNetwork.Raw(
            stage,
            zero(time),
            zero(number(place, cells, 3, "cost", faults)),
            Double.NaN,
            mean,
            sd,
            sd > 0 ? zero(z) : 0,
            Double.isNaN(greatest) ? Double.POSITIVE_INFINITY : greatest,
            0));
    for (int at = UP; at < cells.size() && !cells.get(at).isBlank(); at += 2) {
      double units = number(place, cells, at + 1, "up_stages", faults);
      pairs.add(
          new StageNetwork.Pair(cells.get(at).strip(), stage, Double.isNaN(units) ? 1 : units));
    }
  }

  private static double number(
      String place, List<String> cells, int at, String column, List<Finding> faults) {
    String text = at < cells.size() ? cells.get(at).strip() : "";
    if (text.isEmpty()) {
      return Double.NaN;
    }
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException none) {
      // told below
    }
    faults.add(Refusal.of("stage-number", place, text, column));
    return Double.NaN;
  }

  private static double zero(double number) {
    return Double.isNaN(number) ? 0 : number;
  }
}
