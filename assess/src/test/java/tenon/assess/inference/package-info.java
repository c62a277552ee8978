@NullMarked
package tenon.assess.inference;

import org.jspecify.annotations.NullMarked;
