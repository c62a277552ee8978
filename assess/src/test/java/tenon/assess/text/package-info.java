@NullMarked
package tenon.assess.text;

import org.jspecify.annotations.NullMarked;
