/** The import on small files worked by hand, and on broken ones. */
@NullMarked
package tenon.packages.scms;

import org.jspecify.annotations.NullMarked;
