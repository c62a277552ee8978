/** What the parts of a study share: what it is about, and what each of them adds to its result. */
@NullMarked
package tenon.study.part;

import org.jspecify.annotations.NullMarked;
