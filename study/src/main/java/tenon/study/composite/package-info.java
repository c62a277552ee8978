/**
 * A composite index by a study file: data in any usual layout, every step chosen, uncertainty and
 * sensitivity of the choices, tables and report.
 */
@NullMarked
package tenon.study.composite;

import org.jspecify.annotations.NullMarked;
