package tenon.study.page;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Files that are packed with the program. */
public final class Resources {
  private Resources() {}

  /** Text of a class path resource; a path that begins with a slash is absolute. */
  public static String text(String path) throws IOException {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  public static InputStream open(String path) throws IOException {
    InputStream in = Resources.class.getResourceAsStream(path);
    if (in == null) {
      throw new FileNotFoundException(path + " is not on the class path");
    }
    return in;
  }
}
