package tenon.packages.mapping;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import tenon.model.Field;
import tenon.model.Findings;
import tenon.model.Progress;
import tenon.model.Resource;

/** Makes one table: a line for each row of its source, and where each line comes from. */
final class MappedTable {
  private static final int ROWS_PER_REPORT = 50_000;

  private final Mapping.Target target;
  private final SourceTable source;
  private int[] lines = new int[1024];
  private int count;

  MappedTable(Mapping.Target target, SourceTable source) {
    this.target = target;
    this.source = source;
  }

  Mapping.Target target() {
    return target;
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
  boolean write(Path file, Map<String, SourceTable> sources, Findings findings, Progress progress)
      throws IOException {
    if (!source.head()) {
      return false;
    }
    List<Function<List<String>, String>> cells = new ArrayList<>();
    target.columns().forEach((name, from) -> cells.add(cell(from, sources)));
    if (findings.hasErrors()) {
      return false;
    }
    List<String> names = List.copyOf(target.columns().keySet());
    Resource resource = target.resource();
    List<Integer> key =
        resource == null
            ? List.of()
            : resource.key().stream()
                .map(Field::name)
                .map(names::indexOf)
                .filter(i -> i >= 0)
                .toList();
    Set<List<String>> seen = new HashSet<>();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      line(out, names);
      return source.read(
          (line, row) -> {
            List<String> made = cells.stream().map(cell -> cell.apply(row)).toList();
            if (target.distinct() && !seen.add(key.stream().map(made::get).toList())) {
              return;
            }
            if (count == lines.length) {
              lines = Arrays.copyOf(lines, count * 2);
            }
            lines[count++] = (int) line;
            line(out, made);
            if (count % ROWS_PER_REPORT == 0) {
              progress.report("import", count, 0);
            }
          });
    }
  }

  private Function<List<String>, String> cell(Expression from, Map<String, SourceTable> sources) {
    return switch (from) {
      case Expression.Constant(String text) -> row -> text;
      case Expression.Copied(String name, Map<String, String> words, double factor) -> {
        int at = source.position(name);
        yield row -> scaled(words.getOrDefault(row.get(at), row.get(at)), factor);
      }
      case Expression.Joined(String other, String by, String key, String wanted) -> {
        int at = source.position(by);
        SourceTable joined = sources.get(other);
        Map<String, String> found =
            joined == null || !joined.head() ? Map.of() : joined.lookup(key, wanted);
        yield row -> found.getOrDefault(row.get(at), "");
      }
      case Expression.Text text -> {
        text.places().results().forEach(place -> source.position(place.group(1)));
        yield row ->
            text.places()
                .replaceAll(
                    place -> Matcher.quoteReplacement(row.get(source.position(place.group(1)))));
      }
    };
  }

  /** A number in another unit; what is no number stays, to be told as such. */
  private static String scaled(String text, double factor) {
    if (factor == 1 || text.isBlank()) {
      return text;
    }
    try {
      BigDecimal product = new BigDecimal(text.strip()).multiply(BigDecimal.valueOf(factor));
      return product.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static void line(BufferedWriter out, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      out.write(i == 0 ? "\"" : ",\"");
      // One line for each row, so that lines can be told back.
      out.write(cell.replace("\"", "\"\"").replace('\n', ' ').replace('\r', ' '));
      out.write('"');
    }
    out.write('\n');
  }
}
