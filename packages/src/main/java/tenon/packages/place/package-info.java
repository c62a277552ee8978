/**
 * Looks places of a package up in reference tables that the user gives: UN/LOCODE, ports, ISO
 * 3166-2, Chinese area codes (GB/T 2260). Only blanks are filled; nothing of a reference is kept
 * but what was looked up.
 */
@NullMarked
package tenon.packages.place;

import org.jspecify.annotations.NullMarked;
