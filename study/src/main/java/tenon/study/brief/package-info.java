/**
 * What leaves the desk: a brief of two pages made of what the parts of a study say of themselves,
 * its annex with every number, and the orders of the plan in a company's own form.
 */
@NullMarked
package tenon.study.brief;

import org.jspecify.annotations.NullMarked;
