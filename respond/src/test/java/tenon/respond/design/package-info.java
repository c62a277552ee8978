@NullMarked
package tenon.respond.design;

import org.jspecify.annotations.NullMarked;
