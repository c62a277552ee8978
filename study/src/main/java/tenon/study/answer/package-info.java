/** What a command over plain files came to, and the files it leaves. */
@NullMarked
package tenon.study.answer;

import org.jspecify.annotations.NullMarked;
