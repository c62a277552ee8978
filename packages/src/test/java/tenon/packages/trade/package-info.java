@NullMarked
package tenon.packages.trade;

import org.jspecify.annotations.NullMarked;
