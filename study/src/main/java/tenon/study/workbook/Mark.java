package tenon.study.workbook;

import tenon.model.Finding;

/**
 * A finding at a cell.
 *
 * @param sheet position of the sheet
 * @param row row, the first being 0
 * @param column column, the first being 0
 */
record Mark(int sheet, int row, int column, Finding finding) {}
