/** What trade statistics say about dependence on imports. */
@NullMarked
package tenon.study.trade;

import org.jspecify.annotations.NullMarked;
