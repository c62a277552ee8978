/** Words of running text, in Chinese and in languages that write blanks between them. */
@NullMarked
package tenon.packages.text;

import org.jspecify.annotations.NullMarked;
