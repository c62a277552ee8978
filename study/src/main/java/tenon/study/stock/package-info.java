/** Stock placed over a network of stages, and stock of a single stage, from plain files. */
@NullMarked
package tenon.study.stock;

import org.jspecify.annotations.NullMarked;
