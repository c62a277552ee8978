/** The import on small chains worked by hand, and on broken ones. */
@NullMarked
package tenon.packages.willems;

import org.jspecify.annotations.NullMarked;
