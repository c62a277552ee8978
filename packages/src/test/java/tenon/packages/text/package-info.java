@NullMarked
package tenon.packages.text;

import org.jspecify.annotations.NullMarked;
