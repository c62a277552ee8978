/**
 * What a study does, as data: its {@link tenon.study.recipe.Stage stages} and the {@link
 * tenon.study.recipe.Setting settings} they are done with, each declared once. The declaration
 * feeds the command line and its help, the manifest of a result, its replay with one change, and
 * the list in the guide.
 */
@NullMarked
package tenon.study.recipe;

import org.jspecify.annotations.NullMarked;
