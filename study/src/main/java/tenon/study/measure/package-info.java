/** Methods of measurement on plain files: weights, reliability, inequality, space, dynamics. */
@NullMarked
package tenon.study.measure;

import org.jspecify.annotations.NullMarked;
