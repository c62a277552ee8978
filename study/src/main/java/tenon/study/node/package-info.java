/** A site in detail from a YAML file: its load, its queues, and how much it can take. */
@NullMarked
package tenon.study.node;

import org.jspecify.annotations.NullMarked;
