@NullMarked
package tenon.study.recipe;

import org.jspecify.annotations.NullMarked;
