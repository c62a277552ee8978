/**
 * The command line: parses arguments, calls one entry of the room study or packages, says what came
 * of it, and ends with an exit code. 0: done; 1: done, but the answer is no; 2: wrong input, the
 * findings on standard error; 70: a fault of ours. Results go to standard output or to files, all
 * else to standard error, so that output can be piped.
 */
@NullMarked
package tenon.cli;

import org.jspecify.annotations.NullMarked;
