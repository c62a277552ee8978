/** Tests of the package of the same name. */
@NullMarked
package tenon.respond.playbook;

import org.jspecify.annotations.NullMarked;
