package tenon.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Places beside a target, where what is to stand there is made first and then moved. Failures name
 * the target, not the scratch place, whose name nobody chose.
 */
public final class Scratch {
  /** Does not hold the name of the target, which may be as long as a name can be. */
  private static final String PREFIX = ".tenon-new-";

  private Scratch() {}

  /** A new directory beside a target; directories above it are made. */
  public static Path directory(Path target) throws Unwritable {
    try {
      return Files.createTempDirectory(Files.createDirectories(parent(target)), PREFIX);
    } catch (IOException failure) {
      throw Unwritable.of(target, failure);
    }
  }

  /** A new file beside a target; directories above it are made. */
  public static Path file(Path target) throws Unwritable {
    try {
      return Files.createTempFile(Files.createDirectories(parent(target)), PREFIX, "");
    } catch (IOException failure) {
      throw Unwritable.of(target, failure);
    }
  }

  /** Fails where nothing could be written at a target; to be asked before a long work. */
  public static void check(Path target) throws Unwritable {
    Path place = target.toAbsolutePath().normalize();
    try {
      Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException usual) {
      // Most targets are new.
    } catch (IOException failure) {
      throw Unwritable.of(place, failure);
    }
    try {
      Files.delete(Files.createTempDirectory(Unwritable.existing(place), PREFIX));
    } catch (IOException failure) {
      throw Unwritable.of(place, failure);
    }
  }

  private static Path parent(Path target) {
    Path parent = target.toAbsolutePath().normalize().getParent();
    return parent == null ? target : parent;
  }
}
