/** The words and numbers of a study, in the language of its reader. */
@NullMarked
package tenon.study.text;

import org.jspecify.annotations.NullMarked;
