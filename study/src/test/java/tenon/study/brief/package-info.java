@NullMarked
package tenon.study.brief;

import org.jspecify.annotations.NullMarked;
