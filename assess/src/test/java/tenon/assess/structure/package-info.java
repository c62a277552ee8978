/** Structure measures by hand. */
@NullMarked
package tenon.assess.structure;

import org.jspecify.annotations.NullMarked;
