package tenon.study.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import tenon.study.chart.Gallery;
import tenon.study.document.Block.Figure;

/** Writes the samples into directories, to be looked at. */
final class SampleFiles {
  private SampleFiles() {}

  public static void main(String[] arguments) throws IOException {
    Path out = Path.of(arguments[0]);
    EnumSet<DocumentFormat> all = EnumSet.allOf(DocumentFormat.class);
    DocumentFiles.write(Samples.english(), all, Files.createDirectories(out.resolve("en")));
    DocumentFiles.write(Samples.chinese(), all, Files.createDirectories(out.resolve("zh")));
    for (boolean zh : new boolean[] {false, true}) {
      List<Block> blocks = new ArrayList<>();
      Gallery.charts(zh).forEach((name, svg) -> blocks.add(new Figure(name, name, svg, List.of())));
      Document document = new Document("Charts", "", zh ? Locale.CHINESE : Locale.ENGLISH, blocks);
      DocumentFiles.write(
          document, all, Files.createDirectories(out.resolve(zh ? "charts_zh" : "charts_en")));
    }
  }
}
