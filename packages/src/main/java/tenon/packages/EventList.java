package tenon.packages;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;
import tenon.model.Loaded;

/** A list of what happened: a table with columns {@code date} and {@code duration_days}. */
final class EventList {
  private static final String DATE = "date";
  private static final String DURATION = "duration_days";

  private EventList() {}

  /**
   * One event.
   *
   * @param day its first day
   * @param days how long it lasted
   */
  record Event(LocalDate day, double days) {}

  /** The events in the order of the file, or every fault of it at once. */
  static Loaded<List<Event>> read(Path path) {
    return switch (FlatTable.read(path)) {
      case Loaded.Rejected<FlatTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<FlatTable>(var table, var _) -> events(table);
    };
  }

  private static Loaded<List<Event>> events(FlatTable table) {
    Findings findings = new Findings();
    List<LocalDate> days = days(table, findings);
    List<Double> lengths = lengths(table, findings);
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    List<Event> events = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      events.add(new Event(days.get(row), lengths.get(row)));
    }
    return new Loaded.Ready<>(events, List.of());
  }

  private static List<LocalDate> days(FlatTable table, Findings findings) {
    List<LocalDate> days = new ArrayList<>();
    List<String> cells = cells(table, DATE, findings);
    for (int row = 0; row < cells.size(); row++) {
      LocalDate day = day(cells.get(row));
      if (day == null) {
        String cell = cells.get(row);
        // That unknown days may be blank, as it is said elsewhere, is not so here.
        Fault fault =
            Numbers.isBlankWord(cell)
                ? table.fault("no-date", row, DATE, cell)
                : Dates.fault(table.file(), DATE, cell).line(table.line(row));
        findings.add(fault.finding());
      } else {
        days.add(day);
      }
    }
    return days;
  }

  private static List<Double> lengths(FlatTable table, Findings findings) {
    List<Double> lengths = new ArrayList<>();
    List<String> cells = cells(table, DURATION, findings);
    for (int row = 0; row < cells.size(); row++) {
      double days = FirmReader.number(cells.get(row));
      if (days > 0 && days < Double.POSITIVE_INFINITY) {
        lengths.add(days);
      } else {
        findings.add(table.fault("event-length", row, DURATION, cells.get(row)).finding());
      }
    }
    return lengths;
  }

  /** The cells of a column; none, with a finding, where it is missing. */
  private static List<String> cells(FlatTable table, String column, Findings findings) {
    if (table.has(column)) {
      return table.texts(column);
    }
    findings.add(table.unknown(column));
    return List.of();
  }

  /** A day as it is written here, or null. */
  static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException none) {
      return null;
    }
  }
}
