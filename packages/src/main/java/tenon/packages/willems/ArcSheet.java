package tenon.packages.willems;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Findings;
import tenon.packages.Cycles;
import tenon.packages.Nearest;

/** Reads the table of arcs. */
final class ArcSheet {
  private static final String SOURCE = "sourceStage";
  private static final String DESTINATION = "destinationStage";

  private final Sheet sheet;
  private final StageSheet stages;
  private final Nearest nearest;
  private final Map<List<Integer>, Long> lines = new HashMap<>();
  private final List<Arc> arcs = new ArrayList<>();

  private ArcSheet(Sheet sheet, StageSheet stages) {
    this.sheet = sheet;
    this.stages = stages;
    nearest = new Nearest(stages.stages().stream().map(Stage::name).toList());
  }

  /** The arcs in the order of the file; faults are among the findings. */
  static ArcSheet read(Path file, StageSheet stages, Findings findings) {
    ArcSheet read = new ArcSheet(Sheet.read(file, List.of(SOURCE, DESTINATION), findings), stages);
    if (!stages.stages().isEmpty()) { // else every arc would be unknown
      read.sheet.rows().forEach(read::arc);
      read.cycles();
    }
    return read;
  }

  List<Arc> arcs() {
    return arcs;
  }

  String file() {
    return sheet.file();
  }

  /** Number of rows read. */
  int rows() {
    return sheet.rows().size();
  }

  private void arc(Sheet.Row row) {
    int source = stage(row, SOURCE);
    int destination = stage(row, DESTINATION);
    if (source < 0 || destination < 0) {
      return;
    }
    if (source == destination) {
      sheet.error("willems-own-arc", row, DESTINATION, sheet.text(row, DESTINATION));
      return;
    }
    Long before = lines.putIfAbsent(List.of(source, destination), row.line());
    if (before == null) {
      arcs.add(new Arc(row, source, destination));
    } else {
      sheet.error("willems-arc-twice", row, null, name(source, destination), before.toString());
    }
  }

  private int stage(Sheet.Row row, String title) {
    String name = sheet.text(row, title);
    int place = stages.place(name);
    if (name.isEmpty()) {
      sheet.error("willems-blank", row, title, null);
    } else if (place < 0) {
      String near = nearest.to(name);
      String file = stages.sheet().file();
      if (near == null) {
        sheet.error("willems-unknown-stage", row, title, name, file);
      } else {
        sheet.error("willems-misspelt-stage", row, title, name, file, near);
      }
    }
    return place;
  }

  private void cycles() {
    List<List<Integer>> cycles =
        Cycles.of(
            stages.stages().size(),
            arcs.size(),
            arc -> arcs.get(arc).source(),
            arc -> arcs.get(arc).destination());
    for (List<Integer> cycle : cycles) {
      List<String> path = new ArrayList<>();
      cycle.forEach(arc -> path.add(stages.stages().get(arcs.get(arc).source()).name()));
      Arc last = arcs.get(cycle.getLast());
      path.add(path.getFirst());
      sheet.error(
          "willems-cycle",
          last.row(),
          DESTINATION,
          sheet.text(last.row(), DESTINATION),
          String.join(" > ", path));
    }
  }

  private String name(int source, int destination) {
    return stages.stages().get(source).name() + " > " + stages.stages().get(destination).name();
  }
}
