/**
 * A site in detail: stations of machines that jobs pass in line, and the laws of their times. What
 * becomes of it is simulated in the twin.
 */
@NullMarked
package tenon.model.node;

import org.jspecify.annotations.NullMarked;
