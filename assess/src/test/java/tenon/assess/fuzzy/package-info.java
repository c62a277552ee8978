/** Fuzzy evaluation by hand. */
@NullMarked
package tenon.assess.fuzzy;

import org.jspecify.annotations.NullMarked;
