package tenon.packages;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** That nothing can be written at a place, as its user named it, and why. */
public final class Unwritable extends IOException {
  private static final long serialVersionUID = 1;

  /** Why nothing can be written there. */
  public enum Why {
    /** What should be a directory above the place is a file. */
    FILE_ABOVE,
    /** There is no permission. */
    DENIED,
    /** The name is longer than the system takes. */
    TOO_LONG,
    /** The system refuses, as where a file system is read-only or full. */
    REFUSED
  }

  private final Why why;
  private final String place;
  private final String above;
  private final String reason;

  private Unwritable(Why why, Path place, Path above, String reason, IOException cause) {
    super("nothing can be written to " + place + (reason.isEmpty() ? "" : ": " + reason), cause);
    this.why = why;
    this.place = place.toString();
    this.above = above.toString();
    this.reason = reason;
  }

  /** Why the failure of a write at a place, or beside it, came about. */
  static Unwritable of(Path place, IOException failure) {
    Path above = existing(place);
    String text =
        failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    String reason = Objects.requireNonNullElse(text, "");
    Why why =
        !Files.isDirectory(above)
            ? Why.FILE_ABOVE
            : failure instanceof AccessDeniedException
                ? Why.DENIED
                : reason.contains("too long") ? Why.TOO_LONG : Why.REFUSED;
    return new Unwritable(why, place, above, reason, failure);
  }

  /** The nearest that is there above a place. */
  static Path existing(Path place) {
    Path above = place;
    for (Path up = place.getParent(); up != null; up = up.getParent()) {
      above = up;
      if (Files.exists(up)) {
        return up;
      }
    }
    return above;
  }

  public Why why() {
    return why;
  }

  /** The place that was to be written. */
  public String place() {
    return place;
  }

  /** The nearest that is there above the place. */
  public String above() {
    return above;
  }

  /** What the system said; may be empty. */
  public String reason() {
    return reason;
  }
}
