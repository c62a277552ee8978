/** The chain as a picture: tiers from left to right, the sites that matter one by one. */
@NullMarked
package tenon.study.drawing;

import org.jspecify.annotations.NullMarked;
