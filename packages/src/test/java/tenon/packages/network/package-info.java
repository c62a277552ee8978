@NullMarked
package tenon.packages.network;

import org.jspecify.annotations.NullMarked;
