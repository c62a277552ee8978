/** {@code tenon calibrate}: a package fitted to history, and scored on days held back. */
@NullMarked
package tenon.study.calibrate;

import org.jspecify.annotations.NullMarked;
