/** Algebra against EJML and tables. */
@NullMarked
package tenon.assess.algebra;

import org.jspecify.annotations.NullMarked;
