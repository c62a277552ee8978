/** The import on the published chains, against their index. */
@NullMarked
package tenon.packages.willems.conformance;

import org.jspecify.annotations.NullMarked;
