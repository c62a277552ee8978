package tenon.packages.mapping;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import tenon.model.Field;
import tenon.model.Findings;
import tenon.model.Resource;
import tenon.packages.Nearest;

/** Makes one table: a line for each row of its source, and where each line comes from. */
final class MappedTable {
  /** Makes the text of a cell. */
  private interface Cell {
    String of(Eval.Row row);
  }

  private final Mapping.Target target;
  private final RowTable source;
  private final String mapping;
  private final Functions functions;
  private final Findings findings;
  private int[] lines = new int[1024];
  private int count;

  MappedTable(
      Mapping.Target target,
      RowTable source,
      String mapping,
      Functions functions,
      Findings findings) {
    this.target = target;
    this.source = source;
    this.mapping = mapping;
    this.functions = functions;
    this.findings = findings;
  }

  String shown() {
    return source.shown();
  }

  /** Line of the source that a line of the table was made of; the head for the head. */
  long line(long made) {
    return made >= 2 && made - 2 < count ? lines[(int) made - 2] : Math.min(made, 1);
  }

  /** Column of the source that a column was made of, or its own name. */
  @Nullable String column(@Nullable String made) {
    Expression from = made == null ? null : target.columns().get(made);
    String shown = from == null ? null : from.shown();
    return shown == null ? made : shown;
  }

  /** Writes the table; false after a finding. */
  boolean write(Path file, Map<String, RowTable> known) throws IOException {
    List<String> heads = source.heads();
    if (heads == null) {
      return false;
    }
    List<Cell> cells = new ArrayList<>();
    for (Map.Entry<String, Expression> column : target.columns().entrySet()) {
      cells.add(cell(column.getKey(), column.getValue(), heads, known));
    }
    if (findings.hasErrors()) {
      return false;
    }
    List<String> names = List.copyOf(target.columns().keySet());
    int[] key = key(names);
    Set<List<String>> seen = new HashSet<>();
    String[] made = new String[cells.size()];
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      line(out, names.toArray(String[]::new));
      return source.read(
          (line, row) -> {
            Eval.Row whole = new Eval.Row(line, row);
            for (int i = 0; i < made.length; i++) {
              made[i] = cells.get(i).of(whole);
            }
            if (target.distinct() && !seen.add(HeldTable.key(made, key))) {
              return;
            }
            if (count == lines.length) {
              lines = Arrays.copyOf(lines, count * 2);
            }
            lines[count++] = (int) line;
            line(out, made);
          });
    }
  }

  private int[] key(List<String> names) {
    Resource resource = target.resource();
    return resource == null
        ? new int[0]
        : resource.key().stream()
            .map(Field::name)
            .mapToInt(names::indexOf)
            .filter(i -> i >= 0)
            .toArray();
  }

  private Cell cell(String made, Expression from, List<String> heads, Map<String, RowTable> known)
      throws IOException {
    return switch (from) {
      case Expression.Constant(String text) -> row -> text;
      case Expression.Copied(String name, Map<String, String> words, double factor) -> {
        int at = position(name, heads);
        yield words.isEmpty()
            ? row -> Values.scaled(Values.text(row.cell(at)), factor)
            : row -> {
              String text = Values.text(row.cell(at));
              return Values.scaled(words.getOrDefault(text, text), factor);
            };
      }
      case Expression.Joined(String other, String by, String key, String wanted) -> {
        int at = position(by, heads);
        Map<String, String> found = lookup(known.get(other), key, wanted);
        yield row -> found.getOrDefault(Values.text(row.cell(at)), "");
      }
      case Expression.Text text -> text(text, heads);
      case Expression.Computed(Formula formula) -> computed(made, formula, heads);
    };
  }

  /** Pieces between the columns, and the columns, both found once. */
  private Cell text(Expression.Text text, List<String> heads) {
    List<String> pieces = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    Matcher places = text.places();
    int from = 0;
    while (places.find()) {
      pieces.add(text.pattern().substring(from, places.start()));
      columns.add(position(places.group(1), heads));
      from = places.end();
    }
    String rest = text.pattern().substring(from);
    return row -> {
      StringBuilder made = new StringBuilder();
      for (int i = 0; i < pieces.size(); i++) {
        made.append(pieces.get(i)).append(Values.text(row.cell(columns.get(i))));
      }
      return made.append(rest).toString();
    };
  }

  private Cell computed(String made, Formula formula, List<String> heads) {
    String place = "tables." + target.title() + "." + made;
    Compiler compiler =
        Compiler.rows(
            heads,
            functions,
            (code, value) -> {
              String nearest = Nearest.of(value, heads);
              String offered =
                  code.equals("mapping-formula-column")
                      ? nearest == null ? String.join(", ", heads) : nearest
                      : String.join(", ", Functions.KNOWN.keySet().stream().sorted().toList());
              findings.add(StepRun.fault(mapping, 0, place, code, value, offered));
            });
    Eval eval = compiler.compile(formula);
    List<String> columns = formula.columns();
    String shown = columns.isEmpty() ? null : columns.getFirst();
    return row -> {
      try {
        return Values.text(eval.of(row));
      } catch (Values.Fault fault) {
        findings.add(
            StepRun.fault(source.shown(), row.line(), shown, fault.code(), fault.value(), place));
        return "";
      }
    };
  }

  private int position(String name, List<String> heads) {
    return position(name, heads, source);
  }

  private int position(String name, List<String> heads, RowTable table) {
    int at = heads.indexOf(name);
    if (at < 0) {
      String nearest = Nearest.of(name, heads);
      String offered = nearest == null ? String.join(", ", heads) : nearest;
      findings.add(StepRun.fault(table.shown(), 1, null, "mapping-column", name, offered));
    }
    return at;
  }

  /** Column by the key of its row; the first of several. */
  private Map<String, String> lookup(@Nullable RowTable other, String key, String wanted)
      throws IOException {
    List<String> heads = other == null ? null : other.heads();
    if (other == null || heads == null) {
      return Map.of();
    }
    int keyAt = position(key, heads, other);
    int wantedAt = position(wanted, heads, other);
    Map<String, String> all = new HashMap<>();
    if (keyAt >= 0 && wantedAt >= 0) {
      other.read(
          (line, cells) ->
              all.putIfAbsent(Values.text(cells[keyAt]), Values.text(cells[wantedAt])));
    }
    return all;
  }

  private static void line(BufferedWriter out, String[] cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      String cell = cells[i];
      out.write(i == 0 ? "\"" : ",\"");
      if (isPlain(cell)) {
        out.write(cell);
      } else {
        // One line for each row, so that lines can be told back.
        out.write(cell.replace("\"", "\"\"").replace('\n', ' ').replace('\r', ' '));
      }
      out.write('"');
    }
    out.write('\n');
  }

  private static boolean isPlain(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '"' || c == '\n' || c == '\r') {
        return false;
      }
    }
    return true;
  }
}
