@NullMarked
package tenon.study.document;

import org.jspecify.annotations.NullMarked;
