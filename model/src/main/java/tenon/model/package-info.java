/**
 * The nouns that every room shares: {@link tenon.model.Chain}, {@link tenon.model.Panel}, {@link
 * tenon.model.Scenario}, {@link tenon.model.Finding}, and the quantities they are told in.
 *
 * <p>A package of data is a set of {@link tenon.model.Resource resources}; each is held as {@link
 * tenon.model.Columns}: one primitive array per column, immutable, rows numbered from 0. String
 * keys map to contiguous ids (the row numbers of the resource they name). Blank means unknown,
 * never zero: unknown numbers are {@code NaN}, unknown references {@code -1}, unknown texts {@code
 * null}.
 *
 * <p>No input or output happens here, and nothing heavier than the JDK is needed.
 */
@NullMarked
package tenon.model;

import org.jspecify.annotations.NullMarked;
