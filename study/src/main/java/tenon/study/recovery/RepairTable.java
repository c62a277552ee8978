package tenon.study.recovery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.respond.recovery.Repair;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;

/**
 * What repairs take: {@code target_id}, and {@code days}, {@code crews}, {@code parts}, {@code
 * restart_days} where they are told.
 */
final class RepairTable {
  private static final double MOST = 1e6;

  private final FlatTable table;
  private final List<Finding> faults = new ArrayList<>();

  private RepairTable(FlatTable table) {
    this.table = table;
  }

  /** The repairs with what the table tells of them. */
  static Loaded<List<Repair>> read(Path file, List<Repair> repairs) {
    return switch (FlatTable.read(file)) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var table, var _) -> new RepairTable(table).told(repairs);
    };
  }

  private Loaded<List<Repair>> told(List<Repair> repairs) {
    if (!table.has("target_id")) {
      return new Loaded.Rejected<>(List.of(table.unknown("target_id")));
    }
    for (String column : List.of("days", "crews", "parts", "restart_days")) {
      if (table.has(column) && !table.isNumeric(column)) {
        faults.addAll(table.noNumbers(column));
      }
    }
    if (!faults.isEmpty()) {
      return new Loaded.Rejected<>(faults);
    }
    List<String> ids = table.texts("target_id");
    List<String> damaged = repairs.stream().map(Repair::targetId).toList();
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < ids.size(); row++) {
      if (!damaged.contains(ids.get(row))) {
        String known = String.join(", ", new java.util.TreeSet<>(damaged));
        faults.add(Refusal.of("repair-unknown", table.place(row), ids.get(row), known));
      } else if (!seen.add(ids.get(row))) {
        faults.add(Refusal.of("repair-twice", table.place(row), ids.get(row)));
      }
    }
    List<Repair> told = new ArrayList<>();
    for (Repair repair : repairs) {
      int row = ids.indexOf(repair.targetId());
      told.add(
          row < 0
              ? repair
              : new Repair(
                  repair.disruption(),
                  repair.targetId(),
                  repair.reportedDay(),
                  number(row, "days", repair.days(), 1e-6, false),
                  (int) number(row, "crews", 1, 1, true),
                  number(row, "parts", 0, 0, false),
                  number(row, "restart_days", 0, 0, false)));
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(told, List.of())
        : new Loaded.Rejected<>(faults.stream().distinct().toList());
  }

  private double number(int row, String column, double usual, double least, boolean whole) {
    double number = table.has(column) ? table.numbers(column)[row] : Double.NaN;
    if (Double.isNaN(number)) {
      return usual;
    }
    if (!(number >= least && number <= MOST) || (whole && number != Math.rint(number))) {
      faults.add(
          Refusal.of(
              "repair-range",
              table.place(row),
              Numbers.exactCell(number),
              column,
              Numbers.exactCell(whole ? 1 : 0)));
    }
    return number;
  }
}
