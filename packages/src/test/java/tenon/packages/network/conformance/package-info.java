@NullMarked
package tenon.packages.network.conformance;

import org.jspecify.annotations.NullMarked;
