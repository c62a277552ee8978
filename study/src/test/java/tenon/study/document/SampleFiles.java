package tenon.study.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;

/** Writes the samples into directories, to be looked at. */
final class SampleFiles {
  private SampleFiles() {}

  public static void main(String[] arguments) throws IOException {
    Path out = Path.of(arguments[0]);
    EnumSet<DocumentFormat> all = EnumSet.allOf(DocumentFormat.class);
    DocumentFiles.write(Samples.english(), all, Files.createDirectories(out.resolve("en")));
    DocumentFiles.write(Samples.chinese(), all, Files.createDirectories(out.resolve("zh")));
  }
}
