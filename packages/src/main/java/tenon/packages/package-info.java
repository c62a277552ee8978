/**
 * Reads, checks and writes data packages: a descriptor {@code datapackage.json} and one CSV file per
 * {@link tenon.model.Resource}, in the Data Package standard, version 2 (datapackage.org).
 *
 * <p>{@link tenon.packages.PackageReader} answers with the whole {@link tenon.packages.DataPackage}
 * or with all its faults, each with file, line, column, value and mend. {@link
 * tenon.packages.PackageWriter} writes the canonical form: {@code write(read(write(x)))} equals
 * {@code write(x)} byte for byte.
 *
 * <p>Deviations from the standard: a blank cell is always unknown, whatever {@code missingValues}
 * says; the columns and their types are those of {@code Resource}, whatever {@code schema} says;
 * tables are comma-separated UTF-8 files inside the package; a table is one file; {@code currency},
 * {@code synthetic} and {@code assumptions} are members of our own at the top.
 *
 * <p>What is warned about and what is refused: a value that could be read in two ways, or that would
 * have to be guessed, is refused; what is merely odd or not read is a warning.
 */
@NullMarked
package tenon.packages;

import org.jspecify.annotations.NullMarked;
