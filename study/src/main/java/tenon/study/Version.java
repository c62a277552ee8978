package tenon.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import tenon.study.page.Resources;

/** The version of this program, as every result carries it. */
public final class Version {
  private static final String TEXT = read();

  private Version() {}

  /** Version of Tenon, for example {@code 0.1.0}. */
  public static String text() {
    return TEXT;
  }

  /** Version of the JDK that runs it. */
  public static String jdk() {
    return Runtime.version().toString();
  }

  private static String read() {
    Properties properties = new Properties();
    try (InputStream in = Resources.open("/tenon/study/version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
