/** Infers links that nobody has declared, says how sure it is, and marks them wherever they go. */
@NullMarked
package tenon.study.infer;

import org.jspecify.annotations.NullMarked;
