/** Tests of the package of the same name. */
@NullMarked
package tenon.respond.cases;

import org.jspecify.annotations.NullMarked;
