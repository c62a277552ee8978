/** Documents and dictionaries, and what the words of the one say by the other. */
@NullMarked
package tenon.study.corpus;

import org.jspecify.annotations.NullMarked;
