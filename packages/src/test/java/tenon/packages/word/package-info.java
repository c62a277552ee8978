@NullMarked
package tenon.packages.word;

import org.jspecify.annotations.NullMarked;
