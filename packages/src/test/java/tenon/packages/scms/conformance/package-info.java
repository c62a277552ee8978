/** The import on the published file, against figures computed apart from it. */
@NullMarked
package tenon.packages.scms.conformance;

import org.jspecify.annotations.NullMarked;
