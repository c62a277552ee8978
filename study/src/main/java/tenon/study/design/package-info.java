/** What security costs: levers and scenarios from files, the frontier as tables and a report. */
@NullMarked
package tenon.study.design;

import org.jspecify.annotations.NullMarked;
