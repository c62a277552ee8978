package tenon.packages.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.Bilingual;
import tenon.packages.DataPackage;
import tenon.packages.FlatTable;
import tenon.packages.Notice;
import tenon.packages.PackageInfo;

/** The tables of a source; collects what is wrong with them. */
final class Source {
  private static final String BUNDLE = "tenon.packages.network.findings";
  private static final String WORDS = "tenon.packages.network.words";

  private final Findings findings = new Findings();
  private final Progress progress;
  private final int tables;
  private int read;

  Source(Progress progress, int tables) {
    this.progress = progress;
    this.tables = tables;
  }

  /** A table that must have these columns; null, with findings, where it does not. */
  @Nullable FlatTable table(Path file, List<String> texts, List<String> numbers) {
    progress.report("import", ++read, tables);
    if (!Files.isRegularFile(file)) {
      findings.add(Notice.about(BUNDLE, file).error("network-missing-file", 0, null, null));
      return null;
    }
    Loaded<FlatTable> loaded = FlatTable.read(file);
    loaded.findings().forEach(findings::add);
    return switch (loaded) {
      case Loaded.Rejected<FlatTable>(var errors) -> null;
      case Loaded.Ready<FlatTable>(var table, var warnings) ->
          fits(table, texts, numbers) ? table : null;
    };
  }

  private boolean fits(FlatTable table, List<String> texts, List<String> numbers) {
    boolean fits = true;
    for (String column : texts) {
      fits &= known(table, column);
    }
    for (String column : numbers) {
      if (!known(table, column)) {
        fits = false;
      } else if (!table.isNumeric(column)) {
        table.noNumbers(column).forEach(findings::add);
        fits = false;
      } else {
        fits &= notNegative(table, column);
      }
    }
    return fits;
  }

  private boolean known(FlatTable table, String column) {
    if (!table.has(column)) {
      findings.add(table.unknown(column));
    }
    return table.has(column);
  }

  private boolean notNegative(FlatTable table, String column) {
    double[] cells = table.numbers(column);
    Notice notice = new Notice(BUNDLE, table.file());
    boolean fits = true;
    for (int row = 0; row < cells.length; row++) {
      if (!(cells[row] >= 0)) {
        String value = Double.isNaN(cells[row]) ? "" : Double.toString(cells[row]);
        findings.add(notice.error("network-negative", table.line(row), column, value));
        fits = false;
      }
    }
    return fits;
  }

  /** The package, with what was assumed. */
  Loaded<DataPackage> done(
      String name, String title, Map<Resource, Columns> made, List<Message> assumptions) {
    List<String> sentences = assumptions.stream().map(Bilingual::of).toList();
    String about =
        title
            + ".\n\nAssumptions:\n- "
            + String.join("\n- ", assumptions.stream().map(m -> m.in(Locale.ENGLISH)).toList());
    PackageInfo info = new PackageInfo(name, title, about, null, null, false, null, sentences);
    return new Loaded.Ready<>(new DataPackage(info, made), findings.list());
  }

  Loaded<DataPackage> rejected() {
    return new Loaded.Rejected<>(findings.list());
  }

  static Message word(String key, Object... arguments) {
    List<String> texts = new ArrayList<>();
    for (Object argument : arguments) {
      texts.add(argument.toString());
    }
    return new Message(WORDS, key, texts);
  }
}
