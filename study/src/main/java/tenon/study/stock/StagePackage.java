package tenon.study.stock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.respond.stock.SafetyStock;
import tenon.study.text.InferredMark;
import tenon.study.text.Refusal;

/**
 * The stages of a package. A stage is a product at a site that makes it or passes it on. Its time
 * is the cycle of the recipe and the longest lead time of what comes in; it adds the cost of
 * production, or the value of the product where nothing is known of what it is made of, and the
 * freight. Standby and closed links and standby recipes are left out. Customers outside are served
 * at once.
 */
final class StagePackage {
  private final Chain chain;
  private final double z;
  private final Map<Long, Integer> recipes = new HashMap<>();
  private final Map<Long, Stage> stages = new LinkedHashMap<>();
  private final Map<List<Long>, Double> units = new LinkedHashMap<>();

  /** What is known of a stage so far. */
  private static final class Stage {
    private double cycle;
    private double lead;
    private double leadSpread;
    private double freight;
    private double mean;
    private double variance;
    private boolean demanded;
  }

  private StagePackage(Chain chain, double usualLevel) {
    this.chain = chain;
    z = SafetyStock.normal(usualLevel, 0, 0, 0, 0).z();
  }

  static Loaded<StageNetwork> read(Path source, double usualLevel) {
    return switch (PackageReader.read(source)) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) ->
          new StagePackage(data.chain(), usualLevel)
              .made(source)
              .after(InferredMark.among(warnings));
    };
  }

  private Loaded<StageNetwork> made(Path source) {
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      if (!chain.recipes().standby(recipe)) {
        long key = key(chain.recipes().site(recipe), chain.recipes().product(recipe));
        if (recipes.putIfAbsent(key, recipe) == null) {
          stage(key).cycle = zero(chain.recipes().cycleDays(recipe));
        }
      }
    }
    demands();
    links();
    List<Finding> faults = new ArrayList<>();
    if (stages.values().stream().noneMatch(stage -> stage.variance > 0)) {
      faults.add(Refusal.of("stage-no-spread", "demand.csv", null));
      return new Loaded.Rejected<>(faults);
    }
    List<StageNetwork.Raw> raws = new ArrayList<>();
    for (Map.Entry<Long, Stage> entry : stages.entrySet()) {
      raws.add(raw(entry.getKey(), entry.getValue()));
    }
    List<StageNetwork.Pair> pairs = new ArrayList<>();
    units.forEach(
        (ends, number) ->
            pairs.add(new StageNetwork.Pair(name(ends.getFirst()), name(ends.getLast()), number)));
    List<Path> files = new ArrayList<>(PackageReader.files(source));
    return StageNetwork.made(raws, pairs, files);
  }

  private void demands() {
    for (int demand = 0; demand < chain.demands().count(); demand++) {
      Stage stage = stage(key(chain.demands().site(demand), chain.demands().product(demand)));
      double sd = zero(chain.demands().sdPerDay(demand));
      stage.mean += zero(chain.demands().meanPerDay(demand));
      stage.variance += sd * sd;
      stage.demanded = true;
    }
  }

  /** A link feeds every recipe of its customer that takes the product, and what passes it on. */
  private void links() {
    Map<Long, List<int[]>> users = new HashMap<>();
    for (int input = 0; input < chain.inputs().count(); input++) {
      int recipe = chain.inputs().recipe(input);
      if (!chain.recipes().standby(recipe)) {
        long need = key(chain.recipes().site(recipe), chain.inputs().product(input));
        users.computeIfAbsent(need, _ -> new ArrayList<>()).add(new int[] {recipe, input});
      }
    }
    for (int link = 0; link < chain.links().count(); link++) {
      if (chain.links().standby(link) || chain.links().closed(link)) {
        continue;
      }
      long from = key(chain.links().supplier(link), chain.links().product(link));
      long need = key(chain.links().customer(link), chain.links().product(link));
      double share = chain.links().share(link);
      double part = Double.isNaN(share) ? 1 : share;
      List<int[]> used = users.getOrDefault(need, List.of());
      for (int[] use : used) {
        long to = key(chain.recipes().site(use[0]), chain.recipes().product(use[0]));
        double good = chain.recipes().goodShare(use[0]);
        double each = chain.inputs().quantity(use[1]) / (good > 0 ? good : 1);
        connect(link, from, to, part * each);
      }
      if (!recipes.containsKey(need) && (used.isEmpty() || stages.containsKey(need))) {
        connect(link, from, need, part);
      }
    }
  }

  private void connect(int link, long from, long to, double each) {
    stage(from);
    Stage stage = stage(to);
    double lead = zero(chain.links().leadTimeDays(link));
    double spread = zero(chain.links().leadTimeSdDays(link));
    if (lead > stage.lead || (lead == stage.lead && spread > stage.leadSpread)) {
      stage.lead = lead;
      stage.leadSpread = spread;
    }
    stage.freight += each * zero(chain.links().freightPerUnit(link));
    units.merge(List.of(from, to), each, Double::sum);
  }

  private StageNetwork.Raw raw(long key, Stage stage) {
    Integer recipe = recipes.get(key);
    double made = recipe == null ? Double.NaN : chain.recipes().productionCostPerUnit(recipe);
    boolean supplied = units.keySet().stream().anyMatch(ends -> ends.getLast() == key);
    double worth = supplied ? 0 : zero(chain.products().unitValue(product(key)));
    double sd = Math.sqrt(stage.variance);
    return new StageNetwork.Raw(
        name(key),
        rounded(stage.cycle + stage.lead),
        (Double.isNaN(made) ? worth : made) + stage.freight,
        Double.NaN,
        stage.mean,
        sd,
        stage.demanded ? z : 0,
        stage.demanded ? 0 : Double.POSITIVE_INFINITY,
        0);
  }

  /** Times in thousandths of a day: the finest that the solver tells apart. */
  private static double rounded(double days) {
    return Math.rint(days * 1000) / 1000;
  }

  private Stage stage(long key) {
    return stages.computeIfAbsent(key, _ -> new Stage());
  }

  private long key(int site, int product) {
    return (long) site * Math.max(1, chain.products().count()) + product;
  }

  private int product(long key) {
    return (int) (key % Math.max(1, chain.products().count()));
  }

  /** The site, with the product where the site has not that one's name. */
  private String name(long key) {
    return name(chain, (int) (key / Math.max(1, chain.products().count())), product(key));
  }

  static String name(Chain chain, int siteId, int productId) {
    String site = chain.sites().keys().key(siteId);
    String product = chain.products().keys().key(productId);
    return site.equals(product) ? site : site + ":" + product;
  }

  /** Spread of the longest lead time by which each stage is supplied, days. */
  static Map<String, Double> leadSpreads(Chain chain) {
    StagePackage stages = new StagePackage(chain, 0.95);
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      if (!chain.recipes().standby(recipe)) {
        long key = stages.key(chain.recipes().site(recipe), chain.recipes().product(recipe));
        stages.recipes.putIfAbsent(key, recipe);
      }
    }
    stages.demands();
    stages.links();
    Map<String, Double> spreads = new HashMap<>();
    stages.stages.forEach((key, stage) -> spreads.put(stages.name(key), stage.leadSpread));
    return spreads;
  }

  private static double zero(double number) {
    return Double.isNaN(number) ? 0 : number;
  }
}
