/**
 * Reads, checks and writes data packages: a descriptor {@code datapackage.json} and one file, CSV
 * or Parquet, per {@link tenon.model.Resource}, in the Data Package standard, version 2
 * (datapackage.org).
 *
 * <p>{@link tenon.packages.PackageReader} answers with the whole {@link tenon.packages.DataPackage}
 * or with all its faults, each with file, line, column, value and mend. {@link
 * tenon.packages.PackageWriter} writes the canonical form: {@code write(read(write(x)))} equals
 * {@code write(x)} byte for byte.
 *
 * <p>Deviations from the standard: a blank cell is always unknown, whatever {@code missingValues}
 * says; the columns and their types are those of {@code Resource}, whatever {@code schema} says;
 * tables are comma-separated UTF-8 files, or Parquet files, inside the package; a table is one
 * file; {@code currency}, {@code synthetic} and {@code assumptions} are members of our own at the
 * top.
 *
 * <p>A cell means the same in both formats: null and an empty text are unknown, a number that is
 * stored as text is read as in CSV. Findings about a Parquet file name the row of data in place of
 * a line. Parquet is read through DuckDB, whose classes are loaded where the first such file is
 * met.
 *
 * <p>What is warned about and what is refused: a value that could be read in two ways, or that
 * would have to be guessed, is refused; what is merely odd or not read is a warning.
 */
@NullMarked
package tenon.packages;

import org.jspecify.annotations.NullMarked;
