package tenon.packages.match;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.CsvRows;
import tenon.packages.Notice;

/**
 * Reads {@code decisions.csv}: {@code left_id,right_id,decision,by,date,note} and whatever other
 * columns help a person. A blank decision is one that is still to be made.
 */
public final class Decisions {
  private static final List<String> SAME = List.of("same", "yes", "是", "相同");
  private static final List<String> DIFFERENT = List.of("different", "no", "否", "不同");

  private Decisions() {}

  /** The decisions made, in the order of the file; or every fault. */
  public static Loaded<List<Decision>> read(Path path) {
    Findings findings = new Findings();
    Reader reader = new Reader(Notice.about(Register.BUNDLE, path), findings);
    CsvRows.read(path, "left_id,right_id,decision,by,date,note", findings, Progress.NONE, reader);
    return findings.hasErrors()
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(List.copyOf(reader.decisions), findings.list());
  }

  private static final class Reader implements CsvRows.Listener {
    private final Notice notice;
    private final Findings findings;
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<List<String>, Boolean> known = new HashMap<>();
    private List<String> header = List.of();

    Reader(Notice notice, Findings findings) {
      this.notice = notice;
      this.findings = findings;
    }

    @Override
    public boolean header(List<String> names) {
      header = names;
      for (String wanted : List.of("left_id", "right_id", "decision")) {
        Aliases.column(names, wanted, notice, findings);
      }
      return !findings.hasErrors();
    }

    @Override
    public void row(long line, List<String> cells) {
      String word = cell(cells, "decision");
      if (word.isEmpty()) {
        return;
      }
      boolean same = SAME.contains(word.toLowerCase(Locale.ROOT));
      if (!same && !DIFFERENT.contains(word.toLowerCase(Locale.ROOT))) {
        findings.add(notice.error("match-decision", line, "decision", word));
        return;
      }
      String left = cell(cells, "left_id");
      String right = cell(cells, "right_id");
      Boolean before = known.put(List.of(left, right), same);
      if (before != null && before != same) {
        findings.add(notice.error("match-decision-twice", line, "decision", word, left, right));
      } else if (before == null) {
        decisions.add(
            new Decision(
                left, right, same, cell(cells, "by"), cell(cells, "date"), cell(cells, "note")));
      }
    }

    private String cell(List<String> cells, String column) {
      int at = header.indexOf(column);
      return at < 0 ? "" : cells.get(at).strip();
    }
  }
}
