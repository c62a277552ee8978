/** The part of a study that asks how resilient units are: the composite index of a panel. */
@NullMarked
package tenon.study.index;

import org.jspecify.annotations.NullMarked;
