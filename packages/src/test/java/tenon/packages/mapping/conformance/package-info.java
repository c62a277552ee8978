@NullMarked
package tenon.packages.mapping.conformance;

import org.jspecify.annotations.NullMarked;
