/** Joins the rows of two sources and says how sure it is. */
@NullMarked
package tenon.study.match;

import org.jspecify.annotations.NullMarked;
