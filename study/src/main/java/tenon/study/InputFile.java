package tenon.study;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import tenon.packages.PackageReader;

/**
 * A file that a result depends on, or is.
 *
 * @param name path relative to its package or directory, with forward slashes
 * @param bytes length
 * @param sha256 SHA-256 of the content in lower-case hexadecimal digits
 */
public record InputFile(String name, long bytes, String sha256) {
  private static final int BLOCK = 1 << 16;

  /** The files that reading a package reads, by name. Others that lie beside them do not count. */
  static List<InputFile> ofPackage(Path path) throws IOException {
    List<Path> files = PackageReader.files(path);
    Path root = Objects.requireNonNull(files.getFirst().getParent());
    TreeSet<String> names = new TreeSet<>();
    for (Path file : files) {
      names.add(root.relativize(file).toString().replace(File.separatorChar, '/'));
    }
    return of(root, names);
  }

  /** The named files of a directory, in the order of the names. */
  static List<InputFile> of(Path directory, Iterable<String> names) throws IOException {
    List<InputFile> files = new ArrayList<>();
    for (String name : names) {
      Path file = directory.resolve(name);
      files.add(new InputFile(name, Files.size(file), hash(file)));
    }
    return List.copyOf(files);
  }

  /** Files from anywhere, each under its own name: where they lie is nobody else's business. */
  static List<InputFile> ofFiles(List<Path> paths) throws IOException {
    List<InputFile> files = new ArrayList<>();
    for (Path path : paths) {
      files.add(new InputFile(String.valueOf(path.getFileName()), Files.size(path), hash(path)));
    }
    return List.copyOf(files);
  }

  private static String hash(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
