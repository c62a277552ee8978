@NullMarked
package tenon.packages.match;

import org.jspecify.annotations.NullMarked;
