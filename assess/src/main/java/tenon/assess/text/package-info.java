/** Indicators from texts: how often the words of a dictionary stand in documents. */
@NullMarked
package tenon.assess.text;

import org.jspecify.annotations.NullMarked;
