/**
 * Offline composition: the order in which stages answer the questions about a package, and the
 * result directory that holds the answers.
 *
 * <p>{@link tenon.study.Study} reads and checks a package, does the stages that a {@link
 * tenon.study.recipe.Recipe} names, and writes tables, {@code result.json}, {@code manifest.json}
 * and {@code report.html}. {@link tenon.study.Earlier} reads the recipe of such a result back, so
 * that it can be made again, as it was or with one thing changed. Nothing is computed here that a
 * stage computes; each stage has a room of its own beneath this one, which words and draws what the
 * stage found.
 *
 * <p>Same package, recipe, program and JDK give the same bytes, at any number of threads: no clock,
 * no user, no absolute path enters a file. Numbers in CSV and JSON carry ten significant digits,
 * which is as far as a linear programme in doubles can be trusted.
 */
@NullMarked
package tenon.study;

import org.jspecify.annotations.NullMarked;
