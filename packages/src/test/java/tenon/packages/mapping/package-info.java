@NullMarked
package tenon.packages.mapping;

import org.jspecify.annotations.NullMarked;
