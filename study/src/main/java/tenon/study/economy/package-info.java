/** Commands over input-output tables: linkages, extraction, dependence, shocks, ARIO. */
@NullMarked
package tenon.study.economy;

import org.jspecify.annotations.NullMarked;
