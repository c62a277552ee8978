/** Words as people write them: tidied, compared, made into ids, and the countries they name. */
@NullMarked
package tenon.packages.word;

import org.jspecify.annotations.NullMarked;
