@NullMarked
package tenon.study.workbook;

import org.jspecify.annotations.NullMarked;
