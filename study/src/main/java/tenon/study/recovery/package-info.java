/** In which order to repair what a scenario damages. */
@NullMarked
package tenon.study.recovery;

import org.jspecify.annotations.NullMarked;
