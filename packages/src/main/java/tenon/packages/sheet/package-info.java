/** Sheets of Excel workbooks, streamed row by row; the one reader of them in this room. */
@NullMarked
package tenon.packages.sheet;

import org.jspecify.annotations.NullMarked;
