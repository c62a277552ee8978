/**
 * A report as blocks in reading order, independent of the form it is written in: HTML without a
 * network, LaTeX, Word, a workbook, plain text. All forms hold the same words and numbers.
 */
@NullMarked
package tenon.study.document;

import org.jspecify.annotations.NullMarked;
