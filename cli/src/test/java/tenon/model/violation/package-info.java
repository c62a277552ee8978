/** Breaks the arrows on purpose, so that the test that guards them can be seen to fail. */
@NullMarked
package tenon.model.violation;

import org.jspecify.annotations.NullMarked;
