@NullMarked
package tenon.packages.place;

import org.jspecify.annotations.NullMarked;
