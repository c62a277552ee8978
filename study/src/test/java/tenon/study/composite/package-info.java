/** Tests of the index by a study file. */
@NullMarked
package tenon.study.composite;

import org.jspecify.annotations.NullMarked;
