package tenon.study.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tenon.model.Finding;
import tenon.model.IndustryTable;
import tenon.model.Loaded;
import tenon.study.answer.Answer;
import tenon.twin.sector.SectorModel;

/** What all answers begin with: the table is read, and its model has an inverse. */
final class ModelStep {

  /** Goes on from a model. */
  interface Next {
    Loaded<Answer> answer(SectorModel model, List<Finding> warnings);
  }

  private ModelStep() {}

  /** Reads the table and goes on; the warnings of the table join those of the answer. */
  static Loaded<Answer> read(TableSource source, Function<IndustryTable, Loaded<Answer>> next) {
    return switch (source.read()) {
      case Loaded.Rejected<IndustryTable>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<IndustryTable>(var table, var warnings) ->
          switch (next.apply(table)) {
            case Loaded.Rejected<Answer>(var errors) ->
                new Loaded.Rejected<>(join(errors, warnings));
            case Loaded.Ready<Answer>(var answer, var more) ->
                new Loaded.Ready<>(answer, join(warnings, more));
          };
    };
  }

  /** As {@link #read}, with a model that can be solved. */
  static Loaded<Answer> run(TableSource source, Next next) {
    return read(
        source,
        table -> {
          SectorModel model = SectorModel.of(table);
          if (table.count() == 0 || !model.isSolvable()) {
            return new Loaded.Rejected<>(
                List.of(EconomyWords.error("no-inverse", source.name(), 0, null, null)));
          }
          return next.answer(model, List.of());
        });
  }

  private static List<Finding> join(List<Finding> first, List<Finding> second) {
    List<Finding> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  static Map<String, String> settings(TableSource source) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("layout", source.layout() == null ? "" : source.layout().title());
    settings.put("year", source.year() == null ? "" : source.year());
    settings.put("unbalanced", Boolean.toString(source.unbalanced()));
    return settings;
  }
}
