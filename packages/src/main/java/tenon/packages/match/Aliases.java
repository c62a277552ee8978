package tenon.packages.match;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.CsvRows;
import tenon.packages.Notice;

/** Other names of firms: {@code alias,name}. Both are compared without legal forms. */
public final class Aliases {
  /** No aliases. */
  public static final Aliases NONE = new Aliases(Map.of());

  private final Map<String, String> names;

  private Aliases(Map<String, String> names) {
    this.names = Map.copyOf(names);
  }

  /** Reads the table {@code alias,name}; every fault at once. */
  public static Loaded<Aliases> read(Path path) {
    Findings findings = new Findings();
    Notice notice = Notice.about(Register.BUNDLE, path);
    Map<String, String> names = new HashMap<>();
    CsvRows.read(
        path,
        "alias,name",
        findings,
        Progress.NONE,
        new CsvRows.Listener() {
          private int alias;
          private int name;

          @Override
          public boolean header(List<String> header) {
            alias = column(header, "alias", notice, findings);
            name = column(header, "name", notice, findings);
            return alias >= 0 && name >= 0;
          }

          @Override
          public void row(long line, List<String> cells) {
            String from = cells.get(alias).strip();
            String to = cells.get(name).strip();
            if (from.isEmpty() || to.isEmpty()) {
              String blank = from.isEmpty() ? "alias" : "name";
              findings.add(notice.error("match-blank-alias", line, blank, ""));
            } else {
              String other = names.put(from, to);
              if (other != null && !other.equals(to)) {
                findings.add(notice.error("match-alias-twice", line, "alias", from, other));
              }
            }
          }
        });
    return findings.hasErrors()
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(new Aliases(names), findings.list());
  }

  static int column(List<String> header, String wanted, Notice notice, Findings findings) {
    int at = header.indexOf(wanted);
    if (at < 0) {
      String all = String.join(", ", header);
      findings.add(notice.error("match-missing-column", 1, wanted, null, wanted, all));
    }
    return at;
  }

  /** The same by plain names without legal forms. */
  Map<String, String> plain(NameText text) {
    Map<String, String> plain = new HashMap<>();
    names.forEach(
        (alias, name) ->
            plain.put(LegalForms.strip(text.plain(alias)), LegalForms.strip(text.plain(name))));
    return plain;
  }
}
