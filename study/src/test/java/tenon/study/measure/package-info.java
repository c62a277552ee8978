@NullMarked
package tenon.study.measure;

import org.jspecify.annotations.NullMarked;
