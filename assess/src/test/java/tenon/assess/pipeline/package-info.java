/** The pipeline against a plain twin, by hand, and in its faults. */
@NullMarked
package tenon.assess.pipeline;

import org.jspecify.annotations.NullMarked;
