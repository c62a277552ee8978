package tenon.packages;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Resource;

/**
 * Writes a data package: {@code datapackage.json} and one file per table, CSV or Parquet.
 *
 * <p>Everything is written into a temporary directory beside the target first. Where the target
 * does not exist or is empty, that directory then takes its name. Where the target is a package
 * already, its own files are replaced: the descriptor goes first and comes last, so that a reader
 * never sees a mixture, and what was moved is moved back if something fails. Its own files are the
 * descriptor and the tables that the descriptor lists under their usual names, such as {@code
 * sites.csv} or {@code sites.parquet}; no other file is touched. A directory with anything else in
 * it is refused.
 */
public final class PackageWriter {
  private PackageWriter() {}

  /** As {@link #write(DataPackage, Path, TableFormat)}, with tables as CSV. */
  public static void write(DataPackage data, Path directory) throws IOException {
    write(data, directory, TableFormat.CSV);
  }

  /**
   * Writes the package into a directory.
   *
   * @param format form of the files of all tables
   * @throws FileAlreadyExistsException if a file that does not belong to the package is in the way
   * @throws DirectoryNotEmptyException if the directory holds something, and no package
   * @throws NotDirectoryException if the target is a file
   * @throws Unwritable if nothing can be written there
   */
  public static void write(DataPackage data, Path directory, TableFormat format)
      throws IOException {
    Path target = directory.toAbsolutePath().normalize();
    if (Files.exists(target)) {
      target = target.toRealPath();
    }
    Set<String> owned = owned(target);
    Path scratch = Scratch.directory(target);
    try {
      // A temporary directory is closed to all but its owner; one made inside it is as open as
      // usual.
      Path fresh = Files.createDirectory(scratch.resolve("package"));
      Set<String> files = filled(data, fresh, format, target);
      if (owned.isEmpty()) {
        Files.deleteIfExists(target);
        Files.move(fresh, target);
      } else {
        refuseForeign(target, files, owned);
        replace(fresh, files, target, owned);
      }
    } finally {
      delete(scratch);
    }
  }

  /** Fails as writing would where it is clear before that no package can be written there. */
  public static void check(Path directory) throws IOException {
    Scratch.check(directory);
    owned(directory.toAbsolutePath().normalize());
  }

  /** Names of the files of the package that is at the target; empty where there is nothing. */
  private static Set<String> owned(Path target) throws IOException {
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return Set.of();
    }
    if (!Files.isDirectory(target)) {
      throw new NotDirectoryException(target.toString());
    }
    try (Stream<Path> inside = Files.list(target)) {
      if (inside.findAny().isEmpty()) {
        return Set.of();
      }
    }
    Descriptor descriptor = DescriptorReader.read(target, ReadLimits.DEFAULT, new Findings());
    if (descriptor == null || descriptor.entries().isEmpty()) {
      throw new DirectoryNotEmptyException(target.toString());
    }
    Set<String> owned = new HashSet<>(List.of(Descriptor.FILE));
    for (Descriptor.Entry entry : descriptor.entries()) {
      if (entry.path().equals(entry.format().file(entry.resource()))) {
        owned.add(entry.path());
      }
    }
    return owned;
  }

  private static Set<String> filled(DataPackage data, Path fresh, TableFormat format, Path target)
      throws Unwritable {
    try {
      return fill(data, fresh, format);
    } catch (IOException failure) {
      throw Unwritable.of(target, failure);
    }
  }

  private static Set<String> fill(DataPackage data, Path fresh, TableFormat format)
      throws IOException {
    Set<String> files = new HashSet<>();
    for (Map.Entry<Resource, Columns> table : data.tables().entrySet()) {
      String file = format.file(table.getKey());
      switch (format) {
        case CSV -> TableWriter.write(table.getValue(), fresh.resolve(file));
        case PARQUET -> ParquetWriter.write(table.getValue(), fresh.resolve(file));
      }
      files.add(file);
    }
    Files.write(fresh.resolve(Descriptor.FILE), new DescriptorWriter(data, format).bytes());
    files.add(Descriptor.FILE);
    return files;
  }

  private static void refuseForeign(Path target, Set<String> files, Set<String> owned)
      throws IOException {
    for (String file : files) {
      if (!owned.contains(file) && Files.exists(target.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(target.resolve(file).toString());
      }
    }
  }

  private record Move(Path from, Path to) {}

  private static void replace(Path fresh, Set<String> files, Path target, Set<String> owned)
      throws IOException {
    Path old = Files.createDirectory(fresh.resolve("replaced"));
    List<Move> moves = new ArrayList<>();
    for (String file : descriptorFirst(owned)) {
      moves.add(new Move(target.resolve(file), old.resolve(file)));
    }
    for (String file : descriptorFirst(files).reversed()) {
      moves.add(new Move(fresh.resolve(file), target.resolve(file)));
    }
    List<Move> done = new ArrayList<>();
    try {
      for (Move move : moves) {
        if (Files.exists(move.from(), LinkOption.NOFOLLOW_LINKS)) {
          Files.move(move.from(), move.to());
          done.add(move);
        }
      }
    } catch (IOException e) {
      Collections.reverse(done);
      for (Move move : done) {
        Files.move(move.to(), move.from());
      }
      throw e;
    }
  }

  private static List<String> descriptorFirst(Set<String> files) {
    List<String> order = new ArrayList<>(files);
    order.remove(Descriptor.FILE);
    Collections.sort(order);
    order.addFirst(Descriptor.FILE);
    return order;
  }

  private static void delete(Path fresh) throws IOException {
    if (!Files.exists(fresh)) {
      return;
    }
    try (Stream<Path> files = Files.walk(fresh)) {
      for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
