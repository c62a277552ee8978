@NullMarked
package tenon.study.policy;

import org.jspecify.annotations.NullMarked;
