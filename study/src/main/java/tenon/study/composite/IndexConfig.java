package tenon.study.composite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenon.assess.Templates;
import tenon.assess.Weighting;
import tenon.assess.Weights;
import tenon.assess.pipeline.Pipeline;
import tenon.assess.pipeline.PipelineResult;
import tenon.assess.pipeline.PipelineSpec;
import tenon.assess.pipeline.Step;
import tenon.assess.uncertainty.Alternative;
import tenon.assess.uncertainty.Factor;
import tenon.assess.uncertainty.NoisyWeights;
import tenon.model.Hierarchy;
import tenon.model.Loaded;
import tenon.packages.YamlObject;

/**
 * What a study file asks for.
 *
 * @param pipeline the steps, weights and aggregation
 * @param group column of the groups that results are told apart by, or empty
 * @param space who is whose neighbour, or null
 * @param node code of the node whose scores are varied and compared
 * @param factors choices that are varied; none where no uncertainty is asked for
 * @param replications combinations drawn
 * @param drivers columns outside of the index that it is regressed on
 * @param predicts what the score is asked to tell beforehand, or null
 * @param reading how the report reads the scores
 * @param unitEffectsAlone whether the spatial Durbin model of a panel has no effects of periods
 * @param sensitivity whether Sobol indices are asked for
 * @param interval share of the runs that an interval of ranks holds
 */
record IndexConfig(
    PipelineSpec pipeline,
    String group,
    @Nullable Space space,
    String node,
    List<Factor> factors,
    int replications,
    boolean sensitivity,
    double interval,
    List<String> drivers,
    @Nullable Predicts predicts,
    Reading reading,
    boolean unitEffectsAlone) {
  private static final List<String> KEYS =
      Stream.of(
              List.of(
                  "hierarchy",
                  "template",
                  "package",
                  "units",
                  "level",
                  "chain_period",
                  "from_chain",
                  "text",
                  "drivers",
                  "durbin",
                  "predicts",
                  "unit",
                  "period",
                  "group",
                  "neighbours",
                  "node",
                  "steps",
                  "weights",
                  "weights_file",
                  "aggregate",
                  "uncertainty"),
              PipelineReader.DETAILS,
              Reading.KEYS)
          .flatMap(List::stream)
          .toList();
  private static final List<String> FACTOR_KEYS =
      Stream.of(
              List.of(
                  "name",
                  "step",
                  "alternatives",
                  "aggregate",
                  "weights",
                  "weights_file",
                  "noise",
                  "sets"),
              PipelineReader.DETAILS)
          .flatMap(List::stream)
          .toList();
  private static final int FOLDS = 5;
  private static final double INTERVAL = .9;

  /**
   * Where the data are, before anything is checked.
   *
   * @param hierarchy table of the hierarchy, or null
   * @param template name of a ready hierarchy, or null
   * @param columning columns of a table
   * @param chain package whose chain is measured where the data are none, or null
   * @param wanted what is asked of the chain, or null
   * @param texts what is counted in documents, or null
   */
  record Source(
      @Nullable Path hierarchy,
      @Nullable String template,
      IndexData.Columning columning,
      @Nullable Path chain,
      @Nullable ChainRequest wanted,
      @Nullable TextRequest texts) {}

  /**
   * Whether scores of a period tell outcomes of another.
   *
   * @param before period of the scores and controls
   * @param after period of the outcomes
   * @param folds parts of the units that are left out in turn
   * @param twin what of the twin's expected loss is an outcome as well, or null
   */
  record Predicts(
      String before,
      String after,
      List<String> outcomes,
      List<String> controls,
      TwinLoss.@Nullable Wanted twin,
      int folds) {}

  /** Says where the data are. */
  static Loaded<Source> source(Path file, List<String> changes) {
    Path parent = file.toAbsolutePath().getParent();
    Path folder = parent == null ? Path.of("") : parent;
    return YamlObject.read(file, changes, root -> source(root, folder));
  }

  private static Source source(YamlObject root, Path folder) {
    String template = root.text("template", false);
    if (template != null && root.has("hierarchy")) {
      PipelineReader.refuse(root, "template", "hierarchy-twice");
    }
    return new Source(
        path(root, "hierarchy", folder),
        root.word("template", Templates.names(), false),
        new IndexData.Columning(or(root, "unit"), or(root, "period")),
        path(root, "package", folder),
        ChainRequest.of(root, template),
        TextRequest.of(root.object("text"), folder));
  }

  private static @Nullable Path path(YamlObject root, String key, Path folder) {
    String name = root.text(key, false);
    return name == null ? null : folder.resolve(name);
  }

  private static String or(YamlObject root, String key) {
    String text = root.text(key, false);
    return text == null ? "" : text;
  }

  /** Reads everything else, for data that are read. */
  static Loaded<IndexConfig> read(Path file, List<String> changes, IndexData data, long seed) {
    Path folder = file.toAbsolutePath().getParent();
    PipelineReader reader = new PipelineReader(data, folder == null ? Path.of("") : folder);
    return YamlObject.read(file, changes, root -> of(root, reader, data, folder, seed));
  }

  /** The same with the twin's losses under another scenario, asked for or not before. */
  IndexConfig under(TwinLoss.Hazards hazards, IndexData data) {
    Predicts asked = predicts;
    String last = data.panel().periods().stream().toList().getLast();
    return new IndexConfig(
        pipeline,
        group,
        space,
        node,
        factors,
        replications,
        sensitivity,
        interval,
        drivers,
        asked == null
            ? new Predicts(last, last, List.of(), List.of(), hazards, FOLDS)
            : new Predicts(
                asked.before(),
                asked.after(),
                asked.outcomes(),
                asked.controls(),
                hazards,
                asked.folds()),
        reading,
        unitEffectsAlone);
  }

  /** The same with another pipeline. */
  IndexConfig with(PipelineSpec other) {
    return new IndexConfig(
        other,
        group,
        space,
        node,
        factors,
        replications,
        sensitivity,
        interval,
        drivers,
        predicts,
        reading,
        unitEffectsAlone);
  }

  private static IndexConfig of(
      YamlObject root, PipelineReader reader, IndexData data, @Nullable Path folder, long seed) {
    root.allow(KEYS);
    PipelineSpec pipeline = reader.pipeline(root);
    String group = or(root, "group");
    if (!group.isEmpty() && !data.labels().containsKey(group)) {
      PipelineReader.refuse(
          root, "group", "group-unknown", String.join(", ", data.labels().keySet()));
    }
    Space space = Space.of(root, folder, data);
    Hierarchy hierarchy = data.panel().hierarchy();
    String node = or(root, "node");
    if (node.isEmpty()) {
      node = top(hierarchy);
    } else if (hierarchy.keys().id(node) < 0) {
      PipelineReader.refuse(
          root, "node", "node-unknown", String.join(", ", hierarchy.keys().stream().toList()));
    }
    YamlObject uncertainty = root.object("uncertainty");
    List<Factor> factors = new ArrayList<>();
    int replications = 1000;
    boolean sensitivity = false;
    double interval = INTERVAL;
    if (uncertainty != null) {
      uncertainty.allow(List.of("factors", "replications", "sensitivity", "interval"));
      double count = uncertainty.number("replications", false, 1, 1e7);
      replications = Double.isNaN(count) ? 1000 : (int) count;
      sensitivity = uncertainty.flag("sensitivity", true);
      double share = uncertainty.number("interval", false, .01, .999);
      interval = Double.isNaN(share) ? INTERVAL : share;
      for (YamlObject factor : uncertainty.objects("factors")) {
        Factor read = factor(factor, reader, pipeline, data, seed);
        if (read != null) {
          factors.add(read);
        }
      }
    }
    return new IndexConfig(
        pipeline,
        group,
        space,
        node,
        factors,
        replications,
        sensitivity,
        interval,
        outside(root, "drivers", data),
        predicts(root.object("predicts"), data, folder),
        Reading.of(root, hierarchy, node),
        "units".equals(root.word("durbin", List.of("two_way", "units"), false)));
  }

  /** Columns of numbers beside the indicators; those that are not there are refused. */
  private static List<String> outside(YamlObject from, String key, IndexData data) {
    List<String> names = from.has(key) ? from.texts(key) : List.of();
    for (String name : names) {
      if (!data.numbers().containsKey(name)) {
        String known = String.join(", ", data.numbers().keySet());
        PipelineReader.refuse(from, key, "outside-unknown", name, known);
      }
    }
    return names;
  }

  private static @Nullable Predicts predicts(
      @Nullable YamlObject from, IndexData data, @Nullable Path folder) {
    if (from == null) {
      return null;
    }
    from.allow(List.of("before", "after", "outcomes", "controls", "twin", "folds"));
    boolean twin = from.isMapping("twin") || from.flag("twin", false);
    if (twin && !TwinLoss.possible(data)) {
      PipelineReader.refuse(from, "twin", "twin-chain");
      return null;
    }
    TwinLoss.Wanted wanted = twin ? TwinLoss.wanted(from, data, folder) : null;
    List<String> periods = data.panel().periods().stream().toList();
    String last = periods.getLast();
    String before = twin && !from.has("before") ? last : from.text("before", true);
    String after = from.has("after") ? from.text("after", true) : last;
    for (String key : List.of("before", "after")) {
      String period = from.has(key) ? from.text(key, true) : last;
      if (period != null && !periods.contains(period)) {
        PipelineReader.refuse(from, key, "period-unknown", String.join(", ", periods));
        return null;
      }
    }
    List<String> outcomes = outside(from, "outcomes", data);
    List<String> controls = outside(from, "controls", data);
    if (outcomes.isEmpty() && !twin) {
      PipelineReader.refuse(from, "outcomes", "outcomes-none");
      return null;
    }
    return before == null || after == null || (twin && wanted == null)
        ? null
        : new Predicts(
            before,
            after,
            outcomes,
            controls,
            wanted,
            (int) PipelineReader.or(from, "folds", FOLDS, 2, 1_000));
  }

  private static String top(Hierarchy hierarchy) {
    for (int node = 0; node < hierarchy.count(); node++) {
      boolean parent = false;
      for (int child = 0; child < hierarchy.count(); child++) {
        parent |= hierarchy.parent(child) == node;
      }
      if (parent && hierarchy.parent(node) < 0) {
        return hierarchy.keys().key(node);
      }
    }
    return "";
  }

  private static @Nullable Factor factor(
      YamlObject from, PipelineReader reader, PipelineSpec pipeline, IndexData data, long seed) {
    from.allow(FACTOR_KEYS);
    String name = from.text("name", true);
    List<Alternative> alternatives = new ArrayList<>();
    List<String> varied =
        Stream.of("step", "aggregate", "noise", "weights_file", "weights")
            .filter(from::has)
            .toList();
    if (varied.size() > 1) {
      PipelineReader.refuse(from, varied.get(1), "factor-two", String.join(", ", varied));
    } else if (from.has("step")) {
      alternatives.addAll(steps(from, reader, pipeline));
    } else if (from.has("aggregate")) {
      reader
          .aggregators(from, "aggregate")
          .forEach(one -> alternatives.add(new Alternative.AggregatorsAs(one)));
    } else if (from.has("noise")) {
      alternatives.addAll(noisy(from, pipeline, data, seed));
    } else if (from.has("weights_file")) {
      String file = from.text("weights_file", true);
      if (file != null) {
        reader
            .sets(from, "weights_file", file)
            .forEach(set -> alternatives.add(new Alternative.WeightingAs(set)));
      }
    } else if (from.has("weights")) {
      for (String word : from.texts("weights")) {
        alternatives.add(new Alternative.WeightingAs(reader.weighting(word, from)));
      }
    } else {
      PipelineReader.refuse(from, "name", "factor-empty");
    }
    return name == null ? null : new Factor(name, alternatives);
  }

  /** Alternatives of a step: the first step of the pipeline that does the same. */
  private static List<Alternative> steps(
      YamlObject from, PipelineReader reader, PipelineSpec pipeline) {
    String word =
        from.word("step", List.of("denominate", "screen", "impute", "treat", "normalise"), true);
    List<Alternative> alternatives = new ArrayList<>();
    if (word == null) {
      return alternatives;
    }
    int position = -1;
    for (int at = pipeline.steps().size() - 1; at >= 0; at--) {
      if (word(pipeline.steps().get(at)).equals(word)) {
        position = at;
      }
    }
    if (position < 0) {
      PipelineReader.refuse(from, "step", "factor-step", word);
      return alternatives;
    }
    for (YamlObject choice : from.objects("alternatives")) {
      Step step = reader.step(word, choice);
      if (step != null) {
        alternatives.add(new Alternative.StepAs(position, step));
      }
    }
    return alternatives;
  }

  /** The name of a step in a study file. */
  static String word(Step step) {
    return switch (step) {
      case Step.Denominate _ -> "denominate";
      case Step.Screen _ -> "screen";
      case Step.Impute _ -> "impute";
      case Step.Treat _ -> "treat";
      case Step.Normalise _ -> "normalise";
    };
  }

  private static List<Alternative> noisy(
      YamlObject from, PipelineSpec pipeline, IndexData data, long seed) {
    double noise = from.number("noise", true, 0, 1);
    double sets = from.number("sets", false, 2, 1e6);
    Loaded<PipelineResult> nominal = Pipeline.run(data.panel(), pipeline);
    if (Double.isNaN(noise) || !(nominal instanceof Loaded.Ready<PipelineResult>(var run, var _))) {
      return List.of();
    }
    Weights weights = run.weights();
    return NoisyWeights.draw(
        data.panel().hierarchy(),
        weights,
        noise,
        _ -> true,
        Double.isNaN(sets) ? 100 : (int) sets,
        seed);
  }

  /** What an aggregation or weighting is called, by its words; for the methods section. */
  Map<String, String> titles() {
    Map<String, String> titles = new HashMap<>();
    Weighting weighting = pipeline.weighting();
    titles.put("weights", weighting.title());
    titles.put(
        "aggregate",
        String.join(
            ", ",
            pipeline.aggregators().stream()
                .map(one -> one.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .toList()));
    return titles;
  }
}
