package tenon.packages.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Message;
import tenon.model.Severity;
import tenon.packages.Nearest;

/** Carries out one step: rows stream in, and what is left of them is held. */
final class StepRun {
  /** More rows than these do not fit beside the tables made of them. */
  static final int MOST_ROWS = 10_000_000;

  private static final Object[][] UNMATCHED = {};

  private final Step step;
  private final String mapping;
  private final Map<String, RowTable> known;
  private final Functions functions;
  private final Findings findings;

  private StepRun(
      Step step,
      String mapping,
      Map<String, RowTable> known,
      Functions functions,
      Findings findings) {
    this.step = step;
    this.mapping = mapping;
    this.known = known;
    this.functions = functions;
    this.findings = findings;
  }

  /** The table of a step; null after a finding. */
  static @Nullable HeldTable run(
      Step step,
      String mapping,
      Map<String, RowTable> known,
      Functions functions,
      Findings findings)
      throws IOException {
    return new StepRun(step, mapping, known, functions, findings).run();
  }

  /** Where rows of one table go: its cells at the places of the joint columns. */
  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  private record Input(RowTable table, int[] at) {}

  @SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
  private record Joined(
      int[] mine, int[] taken, Map<List<String>, Object[][]> rows, Step.Kind kind) {}

  private @Nullable HeldTable run() throws IOException {
    List<String> heads = new ArrayList<>();
    List<Input> inputs = inputs(heads);
    List<Joined> joins = new ArrayList<>();
    for (Step.Join join : step.joins()) {
      Joined made = joined(join, heads);
      if (made != null) {
        joins.add(made);
      }
    }
    int width = heads.size();
    List<Eval> added = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    step.add()
        .forEach(
            (name, formula) -> {
              added.add(rows(heads, "add." + name).compile(formula));
              int at = heads.indexOf(name);
              if (at < 0) {
                at = heads.size();
                heads.add(name);
              }
              places.add(at);
            });
    List<Eval> where =
        step.where().stream().map(formula -> rows(heads, "where").compile(formula)).toList();
    Grouping grouping = step.grouped() ? grouping(heads) : null;
    HeldTable made =
        new HeldTable(
            inputs.isEmpty() ? mapping : inputs.getFirst().table.shown(),
            grouping == null ? heads : grouping.heads);
    List<Comparator<Eval.Row>> order = order(made.heads());
    if (findings.hasErrors()) {
      return null;
    }
    List<Formula> formulas = List.copyOf(step.add().values());
    List<String> names = List.copyOf(step.add().keySet());
    int total = heads.size();
    RowTable.Rows end =
        (line, cells) -> {
          @Nullable Object[] full = Arrays.copyOf(cells, total);
          Eval.Row row = new Eval.Row(line, full);
          for (int i = 0; i < added.size(); i++) {
            Object value = value(added.get(i), row, made, "add." + names.get(i), formulas.get(i));
            full[places.get(i)] = value;
          }
          for (int i = 0; i < where.size(); i++) {
            Object stays = value(where.get(i), row, made, "where", step.where().get(i));
            if (!Values.yes(stays)) {
              return;
            }
          }
          if (grouping == null) {
            hold(made, line, full);
          } else {
            grouping.take(row, made);
          }
        };
    RowTable.Rows start = chain(joins, 0, width, end);
    for (Input input : inputs) {
      boolean whole =
          input.table.read(
              (line, cells) -> {
                Object[] row = new Object[width];
                for (int i = 0; i < input.at.length; i++) {
                  row[input.at[i]] = cells[i];
                }
                start.row(line, row);
              });
      if (!whole) {
        return null;
      }
    }
    if (inputs.isEmpty()) {
      for (List<String> row : step.stated().rows()) {
        start.row(0, row.toArray(new Object[width]));
      }
    }
    if (grouping != null) {
      grouping.end(made);
    }
    for (Comparator<Eval.Row> by : order) {
      made.sort(by);
    }
    return findings.hasErrors() ? null : made;
  }

  private void hold(HeldTable made, long line, @Nullable Object[] cells) {
    if (made.rows().size() < MOST_ROWS) {
      made.add(line, cells);
    } else if (made.rows().size() == MOST_ROWS) {
      made.add(line, cells);
      refuse("", "mapping-many-rows", null, Integer.toString(MOST_ROWS));
    }
  }

  private List<Input> inputs(List<String> heads) {
    List<Input> inputs = new ArrayList<>();
    if (step.from().isEmpty()) {
      heads.addAll(step.stated().columns());
    }
    for (String name : step.from()) {
      RowTable table = Objects.requireNonNull(known.get(name), name);
      List<String> own = table.heads();
      if (own == null) {
        continue;
      }
      int[] at = new int[own.size()];
      for (int i = 0; i < at.length; i++) {
        // The second of two columns of one name is never meant.
        int place = heads.indexOf(own.get(i));
        if (place < 0) {
          place = heads.size();
          heads.add(own.get(i));
        }
        at[i] = place;
      }
      inputs.add(new Input(table, at));
    }
    return inputs;
  }

  private @Nullable Joined joined(Step.Join join, List<String> heads) throws IOException {
    RowTable other = Objects.requireNonNull(known.get(join.table()), join.table());
    List<String> columns = other.heads();
    if (columns == null) {
      return null;
    }
    int[] mine = positions(List.copyOf(join.on().keySet()), heads, "join." + join.table());
    int[] theirs = positions(List.copyOf(join.on().values()), columns, "join." + join.table());
    if (findings.hasErrors()) {
      return null;
    }
    List<Integer> taken = new ArrayList<>();
    if (join.kind() != Step.Kind.WITHOUT) {
      Set<String> keys = new LinkedHashSet<>(join.on().values());
      for (int i = 0; i < columns.size(); i++) {
        if (!keys.contains(columns.get(i))) {
          if (heads.contains(columns.get(i))) {
            refuse("join." + join.table(), "mapping-clash", columns.get(i));
          } else {
            taken.add(i);
            heads.add(columns.get(i));
          }
        }
      }
    }
    int[] at = taken.stream().mapToInt(Integer::intValue).toArray();
    Map<List<String>, List<Object[]>> lists = new HashMap<>();
    other.read(
        (line, cells) ->
            lists
                .computeIfAbsent(HeldTable.key(cells, theirs), k -> new ArrayList<>(1))
                .add(cells));
    Map<List<String>, Object[][]> rows = new HashMap<>();
    lists.forEach((key, list) -> rows.put(key, list.toArray(Object[][]::new)));
    return new Joined(mine, at, rows, join.kind());
  }

  private int[] positions(List<String> names, List<String> heads, String place) {
    return names.stream()
        .mapToInt(
            name -> {
              int at = heads.indexOf(name);
              if (at < 0) {
                column(place, name, heads);
              }
              return at;
            })
        .toArray();
  }

  /** Rows through the joins one after the other; the cells of each stand after those before. */
  private RowTable.Rows chain(List<Joined> joins, int first, int width, RowTable.Rows end) {
    if (first == joins.size()) {
      return end;
    }
    Joined join = joins.get(first);
    int after = 0;
    for (Joined later : joins.subList(first, joins.size())) {
      after += later.taken.length;
    }
    int start = width - after;
    RowTable.Rows next = chain(joins, first + 1, width, end);
    return (line, cells) -> {
      Object[][] found = join.rows.getOrDefault(HeldTable.key(cells, join.mine), UNMATCHED);
      switch (join.kind) {
        case WITHOUT -> {
          if (found.length == 0) {
            next.row(line, cells);
          }
        }
        case MATCHED, OPTIONAL -> {
          if (found.length == 0 && join.kind == Step.Kind.OPTIONAL) {
            next.row(line, cells);
          }
          for (Object[] other : found) {
            Object[] row = cells.clone();
            for (int i = 0; i < join.taken.length; i++) {
              row[start + i] = other[join.taken[i]];
            }
            next.row(line, row);
          }
        }
      }
    };
  }

  private Compiler rows(List<String> heads, String place) {
    return Compiler.rows(List.copyOf(heads), functions, refusal(place, heads));
  }

  private BiConsumer<String, String> refusal(String place, List<String> heads) {
    return (code, value) -> {
      if (code.equals("mapping-formula-column")) {
        column(place, value, heads);
      } else {
        refuse(
            place,
            code,
            value,
            String.join(", ", Functions.KNOWN.keySet().stream().sorted().toList()));
      }
    };
  }

  private void column(String place, String name, List<String> heads) {
    String nearest = Nearest.of(name, heads);
    refuse(
        place,
        "mapping-formula-column",
        name,
        nearest == null ? String.join(", ", heads) : nearest);
  }

  private void refuse(String place, String code, @Nullable String value, String... arguments) {
    String column = "steps." + step.name() + (place.isEmpty() ? "" : "." + place);
    findings.add(fault(mapping, 0, column, code, value, arguments));
  }

  static Finding fault(
      String file,
      long line,
      @Nullable String column,
      String code,
      @Nullable String value,
      String... arguments) {
    return new Finding(
        Severity.ERROR,
        code,
        file,
        line,
        column,
        value,
        Message.of(Mapping.BUNDLE, code, arguments),
        Message.of(Mapping.BUNDLE, code + ".mend", arguments));
  }

  private @Nullable Object value(
      Eval eval, Eval.Row row, HeldTable made, String place, Formula formula) {
    try {
      return eval.of(row);
    } catch (Values.Fault fault) {
      List<String> columns = formula.columns();
      findings.add(
          fault(
              made.shown(),
              row.line(),
              columns.isEmpty() ? null : columns.getFirst(),
              fault.code(),
              fault.value(),
              "steps." + step.name() + "." + place));
      return null;
    }
  }

  /** Groups in the order of their first rows. */
  private final class Grouping {
    private final List<String> heads = new ArrayList<>();
    private final int[] keys;
    private final List<Compiler.Slot> slots = new ArrayList<>();
    private final List<Eval> taken = new ArrayList<>();
    private final List<Formula> formulas = List.copyOf(step.take().values());
    private final List<String> names = List.copyOf(step.take().keySet());
    private final Map<List<String>, Group> groups = new LinkedHashMap<>();

    Grouping(int[] keys) {
      this.keys = keys;
    }

    void take(Eval.Row row, HeldTable made) {
      Group group = groups.get(HeldTable.key(row.cells(), keys));
      if (group == null) {
        group = new Group(row, slots);
        groups.put(HeldTable.key(row.cells(), keys), group);
      }
      for (int i = 0; i < slots.size(); i++) {
        try {
          group.aggregates[i].take(slots.get(i).inner().of(row));
        } catch (Values.Fault fault) {
          findings.add(
              fault(
                  made.shown(),
                  row.line(),
                  null,
                  fault.code(),
                  fault.value(),
                  "steps." + step.name() + ".take"));
        }
      }
    }

    void end(HeldTable made) {
      for (Group group : groups.values()) {
        @Nullable Object[] seen = new @Nullable Object[keys.length + slots.size()];
        @Nullable Object[] cells = new @Nullable Object[heads.size()];
        for (int i = 0; i < keys.length; i++) {
          seen[i] = group.first.cells()[keys[i]];
          cells[i] = seen[i];
        }
        for (int i = 0; i < slots.size(); i++) {
          seen[keys.length + i] = group.aggregates[i].result();
        }
        Eval.Row row = new Eval.Row(group.first.line(), seen);
        for (int i = 0; i < taken.size(); i++) {
          cells[keys.length + i] =
              value(taken.get(i), row, made, "take." + names.get(i), formulas.get(i));
        }
        hold(made, group.first.line(), cells);
      }
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // filled while rows come, never compared
  private record Group(Eval.Row first, Aggregate[] aggregates) {
    Group(Eval.Row first, List<Compiler.Slot> slots) {
      this(first, slots.stream().map(slot -> slot.fresh().get()).toArray(Aggregate[]::new));
    }
  }

  private Grouping grouping(List<String> heads) {
    Grouping grouping = new Grouping(positions(step.by(), heads, "by"));
    grouping.heads.addAll(step.by());
    step.take()
        .forEach(
            (name, formula) -> {
              Compiler compiler =
                  Compiler.groups(heads, step.by(), functions, refusal("take." + name, heads));
              compiler.offset(grouping.slots);
              grouping.taken.add(compiler.compile(formula));
              grouping.heads.add(name);
            });
    return grouping;
  }

  /** Orders to sort by one after the other, the last column first, since sorting is stable. */
  private List<Comparator<Eval.Row>> order(List<String> heads) {
    List<Comparator<Eval.Row>> order = new ArrayList<>();
    for (String name : step.sort().reversed()) {
      boolean falling = name.startsWith("-");
      String column = falling ? name.substring(1) : name;
      int at = heads.indexOf(column);
      if (at < 0) {
        column("sort", column, heads);
      } else {
        Comparator<Eval.Row> by = (a, b) -> Values.compare(a.cell(at), b.cell(at));
        order.add(falling ? by.reversed() : by);
      }
    }
    return order;
  }
}
