package tenon.study.workbook;

import java.math.BigDecimal;
import java.util.Map;
import tenon.model.Field;
import tenon.model.Resource;

/**
 * One row of one form.
 *
 * @param row row of its sheet, the first being 0
 * @param cells text by column, as far as a column is filled
 */
record FormRow(Form form, Resource resource, int row, Map<String, String> cells) {

  String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  /** Whether the form that has this row is that of the firm. */
  boolean isBy(String firm) {
    return !firm.isEmpty() && form.sender().equals(firm);
  }

  /** A text by which two cells that say the same are equal: 0.50 and 0.5 are. */
  static String plain(Field field, String text) {
    if (field.type() == Field.Type.NUMBER) {
      try {
        return new BigDecimal(text.strip()).stripTrailingZeros().toPlainString();
      } catch (NumberFormatException e) {
        return text.strip();
      }
    }
    return text.strip();
  }
}
