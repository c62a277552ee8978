package tenon.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Findings;
import tenon.model.Keys;

/** How much each sector needs each other: supplier sectors by row, customer sectors by column. */
final class EssentialRows implements PlainTable.Rows {
  private final Findings findings;
  private final String shown;

  /** Sectors that buy, in the order of the columns. */
  final List<String> names = new ArrayList<>();

  private final Map<String, byte[]> bySupplier = new HashMap<>();

  EssentialRows(Findings findings, String shown) {
    this.findings = findings;
    this.shown = shown;
  }

  @Override
  public boolean header(List<String> header) {
    for (String name : header.subList(1, header.size())) {
      if (names.contains(name)) {
        duplicate(1, name);
      }
      names.add(name);
    }
    return true;
  }

  @Override
  public void row(long line, List<String> cells) {
    byte[] classes = new byte[names.size()];
    for (int at = 0; at < classes.length; at++) {
      String cell = cells.get(at + 1);
      double given = FirmReader.number(cell);
      if (given == 0 || given == 1 || given == 2) {
        classes[at] = (byte) given;
      } else {
        String code = cell.isBlank() ? "class-blank" : "class-wrong";
        findings.add(
            Fault.error(code, shown)
                .line(line)
                .column(names.get(at))
                .value(cell.isBlank() ? null : cell)
                .finding());
      }
    }
    if (bySupplier.put(cells.getFirst(), classes) != null) {
      duplicate(line, cells.getFirst());
    }
  }

  private void duplicate(long line, String sector) {
    findings.add(Fault.error("sector-duplicate", shown).line(line).value(sector).finding());
  }

  /** The classes of all sectors; a sector without a row or a column is told. */
  byte[] classes(Keys sectors) {
    int count = sectors.count();
    byte[] classes = new byte[count * count];
    for (int k = 0; k < count; k++) {
      byte[] row = bySupplier.remove(sectors.key(k));
      if (row == null) {
        findings.add(Fault.error("sector-row", shown).value(sectors.key(k)).finding());
      } else if (row.length == count) {
        System.arraycopy(row, 0, classes, k * count, count);
      }
    }
    bySupplier.keySet().stream()
        .sorted()
        .forEach(
            sector -> findings.add(Fault.error("sector-column", shown).value(sector).finding()));
    return classes;
  }
}
