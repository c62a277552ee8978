package tenon.packages;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;

/**
 * Finds the file that a resource's path names. The path is relative to the package, with forward
 * slashes, and what it names lies inside the package even after links are followed: a package from
 * elsewhere must not be able to make Tenon read other files.
 */
final class ResourcePath {
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
  private static final int SHOWN_FILES = 20;

  private final Path root;
  private final String descriptor;
  private final Findings findings;

  ResourcePath(Path root, String descriptor, Findings findings) {
    this.root = root;
    this.descriptor = descriptor;
    this.findings = findings;
  }

  /** The file, or null after a finding. */
  @Nullable Path find(String path, String where) {
    String variant = unsafe(path);
    if (variant != null) {
      refuse(path, where, variant);
      return null;
    }
    Path file;
    try {
      file = root.resolve(path);
    } catch (InvalidPathException e) {
      refuse(path, where, "characters");
      return null;
    }
    if (!Files.exists(file)) {
      missing(path, where);
      return null;
    }
    try {
      if (!file.toRealPath().startsWith(root.toRealPath())) {
        refuse(path, where, "link");
        return null;
      }
    } catch (IOException e) {
      findings.add(Fault.error("unreadable-file", descriptor).column(where).value(path).finding());
      return null;
    }
    if (!Files.isRegularFile(file)) {
      findings.add(Fault.error("no-regular-file", descriptor).column(where).value(path).finding());
      return null;
    }
    return file;
  }

  /** Which rule the path breaks, as the variant of the mend; null where it is safe. */
  private static @Nullable String unsafe(String path) {
    if (path.isBlank()) {
      return "empty";
    }
    if (path.indexOf('\\') >= 0) {
      return "backslash";
    }
    if (URL.matcher(path).matches()) {
      return "url";
    }
    if (path.startsWith("/") || path.startsWith("~")) {
      return "absolute";
    }
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        return "upwards";
      }
    }
    return path.chars().anyMatch(Character::isISOControl) ? "characters" : null;
  }

  private void missing(String path, String where) {
    List<String> there = files();
    String nearest = Nearest.of(path, there);
    Fault fault = Fault.error("missing-file", descriptor).column(where).value(path);
    if (nearest != null) {
      fault.args(nearest).mend("nearest");
    } else if (there.isEmpty()) {
      fault.mend("none");
    } else {
      fault.args(String.join(", ", there));
    }
    findings.add(fault.finding());
  }

  /** Names of the files beside the descriptor that might be tables. */
  List<String> files() {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(root, "*.{csv,CSV,txt,tsv,parquet}")) {
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
    } catch (IOException e) {
      return List.of(); // only a help in the wording: what cannot be listed is not named
    }
    names.sort(null);
    return names.size() > SHOWN_FILES ? names.subList(0, SHOWN_FILES) : names;
  }

  private void refuse(String path, String where, String variant) {
    findings.add(
        Fault.error("unsafe-path", descriptor).column(where).value(path).mend(variant).finding());
  }
}
