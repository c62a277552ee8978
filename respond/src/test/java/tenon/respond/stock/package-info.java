/** Tests of the package of the same name. */
@NullMarked
package tenon.respond.stock;

import org.jspecify.annotations.NullMarked;
