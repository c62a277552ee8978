/** Coverage of the largest medicine makers on the published deliveries. */
@NullMarked
package tenon.respond.conformance;

import org.jspecify.annotations.NullMarked;
