@NullMarked
package tenon.study.corpus;

import org.jspecify.annotations.NullMarked;
