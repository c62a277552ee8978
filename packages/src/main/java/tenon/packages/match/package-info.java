/**
 * Joins firms and sites of different sources: which row of one table is the same firm, or the same
 * site, as which row of another.
 *
 * <p>Each table is a {@link tenon.packages.match.Register}; {@link tenon.packages.match.Matching}
 * compares. Rows are compared only where they share an identifier or rare pieces of their names
 * (blocking), so that 100,000 rows against 100,000 take seconds. A pair is scored by its parts:
 *
 * <ul>
 *   <li>identifiers that carry a check digit (GB 32100-2015, ISO 17442, GS1);
 *   <li>names without legal forms, in one width and one script: words weighted by how rare they
 *       are, each compared softly (SoftTFIDF: W. W. Cohen, P. Ravikumar and S. E. Fienberg, "A
 *       comparison of string distance metrics for name-matching tasks", IJCAI workshop on
 *       information integration, 2003) and the whole name by Jaro-Winkler; a Chinese name is also
 *       compared in pinyin;
 *   <li>place: region, or distance where coordinates are known.
 * </ul>
 *
 * <p>Pairs above one threshold are joined, those between two go to a review list, and each row is
 * joined once at most: the assignment of greatest total score. What a person has decided is taken
 * as given.
 */
@NullMarked
package tenon.packages.match;

import org.jspecify.annotations.NullMarked;
