/** Which missing or weak number of a package to ask for next, and of whom. */
@NullMarked
package tenon.study.ask;

import org.jspecify.annotations.NullMarked;
