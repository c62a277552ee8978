/**
 * Workbooks that people fill: the template of all tables, the form of one firm, reading them back,
 * and the copy in which every finding stands at its cell.
 *
 * <p>A workbook is read into the tables of a package and checked by the reader of packages itself,
 * whose findings are then told at sheet and cell; so there is one set of rules for both.
 */
@NullMarked
package tenon.study.workbook;

import org.jspecify.annotations.NullMarked;
