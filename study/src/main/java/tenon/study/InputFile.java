package tenon.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file that a result depends on, or is.
 *
 * @param name path relative to its package or directory, with forward slashes
 * @param bytes length
 * @param sha256 SHA-256 of the content in lower-case hexadecimal digits
 */
record InputFile(String name, long bytes, String sha256) {
  private static final String DESCRIPTOR = "datapackage.json";
  private static final int BLOCK = 1 << 16;

  /** The descriptor of a package and every file it names, by name. Other files are not read. */
  static List<InputFile> ofPackage(Path directory) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    names.add(DESCRIPTOR);
    JsonNode descriptor = JsonMapper.shared().readTree(directory.resolve(DESCRIPTOR).toFile());
    for (JsonNode resource : descriptor.path("resources")) {
      JsonNode path = resource.path("path");
      if (path.isString()) {
        names.add(path.stringValue());
      }
      for (JsonNode part : path) {
        names.add(part.stringValue());
      }
    }
    return of(directory, names);
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
