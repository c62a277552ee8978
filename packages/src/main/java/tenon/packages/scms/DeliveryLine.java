package tenon.packages.scms;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tenon.packages.word.Words;

/** The cells of one line by column, with a finding for each that makes no sense. */
final class DeliveryLine {
  private final CsvRecord cells;
  private final Header header;
  private final Remarks remarks;

  DeliveryLine(CsvRecord cells, Header header, Remarks remarks) {
    this.cells = cells;
    this.header = header;
    this.remarks = remarks;
  }

  long number() {
    return cells.getStartingLineNumber();
  }

  /** The text with single blanks; empty where the cell is blank. */
  String text(Column column) {
    return Words.tidy(cells.getField(header.position(column)));
  }

  /**
   * The text of a cell that the line cannot do without; null, with a warning, where it is blank.
   */
  @Nullable String needed(Column column) {
    String text = text(column);
    if (text.isEmpty()) {
      remarks.warning("scms-left-out-blank", number(), column, null);
      return null;
    }
    return text;
  }

  /**
   * A number above 0 that the line cannot do without; {@code NaN}, with a warning, where none is.
   */
  double neededAmount(Column column) {
    String text = needed(column);
    if (text == null) {
      return Double.NaN;
    }
    double amount = NumberCell.parse(text);
    if (amount > 0) {
      warnGrouped(column, text);
      return amount;
    }
    boolean number = !Double.isNaN(amount);
    String code = number ? "scms-left-out-amount" : "scms-left-out-number";
    remarks.warning(code, number(), column, text);
    return Double.NaN;
  }

  /** Money above 0; {@code NaN} where there is none, with a warning unless the cell is blank. */
  double value(Column column) {
    String text = text(column);
    double value = NumberCell.parse(text);
    if (value > 0) {
      warnGrouped(column, text);
      return value;
    }
    if (!text.isEmpty()) {
      remarks.warning("scms-no-value", number(), column, text);
    }
    return Double.NaN;
  }

  private void warnGrouped(Column column, String text) {
    if (NumberCell.grouped(text)) {
      remarks.warning("scms-thousands", number(), column, text, text.replace(",", ""));
    }
  }

  /** A date; null where it is unknown, with a warning where the text is no date. */
  @Nullable LocalDate date(Column column) {
    String text = text(column);
    LocalDate date = DateCell.parse(text);
    if (date == null && !DateCell.unknown(text)) {
      remarks.warning("scms-no-date", number(), column, text);
    }
    return date;
  }

  /** A date that the line cannot do without; null, with a warning, where there is none. */
  @Nullable LocalDate neededDate(Column column) {
    String text = needed(column);
    LocalDate date = text == null ? null : DateCell.parse(text);
    if (text != null && date == null) {
      remarks.warning("scms-left-out-date", number(), column, text);
    }
    return date;
  }
}
