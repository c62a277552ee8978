/**
 * Methods over plain files, declared once: the command line, its help and the guide follow from
 * here. A method belongs to a family, which is the command that it stands under.
 */
@NullMarked
package tenon.study.method;

import org.jspecify.annotations.NullMarked;
