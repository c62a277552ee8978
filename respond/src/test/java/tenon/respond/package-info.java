/** Tests of planning: one rule each by hand, random chains against a plain programme. */
@NullMarked
package tenon.respond;

import org.jspecify.annotations.NullMarked;
