/** The command over networks of firms: cascades, rankings, critical sets and links, structure. */
@NullMarked
package tenon.study.cascade;

import org.jspecify.annotations.NullMarked;
