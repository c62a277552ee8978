package tenon.twin.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tenon.model.Chain;
import tenon.model.Grouping;
import tenon.model.Resource;

/** Reads a chain into a {@link Network}, and fills what the chain leaves blank. */
final class NetworkBuilder {
  /** A drawn lead time is cut this many deviations above its mean; beyond lies about 1 in 1,000. */
  private static final double LEAD_CUT = 6;

  final Chain chain;
  final SimulationSpec spec;
  final Blanks blanks;
  final Nodes nodes;
  final int arcs;
  final int[] site;
  final int[] product;
  final int[] head;
  final int[] tail;
  final int[][] into;
  final int[][] out;
  final int[][] uses;
  final int[][] demandsAt;
  final int[][][] groups;
  final int[] inputArc;
  final int[] inputNode;
  final double[] inputPerUnit;
  final boolean[] essential;
  final int[] order;
  final int[] rank;
  final int[] lead;
  final double[] leadDays;
  final double[] leadSd;
  final int[] longestLead;
  final double[] capacity;
  final boolean[] standby;
  final boolean[] closed;
  final double[] activationDays;
  final double[] statedShare;
  double[] share = {};
  final int[] demandNode;
  final List<LineSite> lineSites;
  final int[] lineOf;
  final int[] lineAt;
  double[] use = {};
  Network.Policy[] policy = {};
  double[] orderUpTo = {};
  double[] reorderPoint = {};
  double[] startStock = {};
  boolean[] full = {};
  double[] safetyStock = {};
  int[] reviewDays = {};
  int[] shelfLife = {};
  final Calendar calendar;
  Onward onward = Onward.NONE;

  private final int links;
  private final int recipes;

  NetworkBuilder(Chain chain, SimulationSpec spec, Blanks blanks) {
    this.chain = chain;
    this.spec = spec;
    this.blanks = blanks;
    calendar = Calendar.of(chain, spec.start(), blanks);
    nodes = new Nodes(chain);
    links = chain.links().count();
    recipes = chain.recipes().count();
    site = new int[nodes.count()];
    product = new int[nodes.count()];
    Arrays.setAll(site, nodes::site);
    Arrays.setAll(product, nodes::product);
    int[] orphans = orphans();
    arcs = links + recipes + orphans.length;
    head = new int[arcs];
    tail = new int[arcs];
    joinEnds(orphans);
    into = lists(nodes.count(), arcs, arc -> head[arc]);
    out = lists(nodes.count(), links, arc -> tail[arc]);
    inputArc = new int[chain.inputs().count()];
    inputNode = new int[inputArc.length];
    inputPerUnit = new double[inputArc.length];
    essential = new boolean[inputArc.length];
    readInputs();
    uses = lists(nodes.count(), inputArc.length, input -> inputNode[input]);
    groups = groups();
    demandNode = new int[chain.demands().count()];
    Arrays.setAll(demandNode, d -> nodes.of(chain.demands().site(d), chain.demands().product(d)));
    demandsAt = lists(nodes.count(), demandNode.length, demand -> demandNode[demand]);
    lineSites = LineSite.of(this);
    lineOf = new int[arcs];
    lineAt = new int[nodes.count()];
    placeLines();
    lead = new int[arcs];
    leadDays = new double[arcs];
    leadSd = new double[arcs];
    longestLead = new int[arcs];
    capacity = new double[arcs];
    standby = new boolean[arcs];
    closed = new boolean[arcs];
    activationDays = new double[arcs];
    statedShare = new double[arcs];
    order = Precedence.of(this);
    rank = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      rank[order[place]] = place;
    }
  }

  private void placeLines() {
    Arrays.fill(lineOf, -1);
    Arrays.fill(lineAt, -1);
    for (int place = 0; place < lineSites.size(); place++) {
      for (int arc : lineSites.get(place).arcs) {
        lineOf[arc] = place;
      }
      for (int stock : lineSites.get(place).stocks) {
        lineAt[stock] = place;
      }
    }
  }

  Network build() {
    for (int link = 0; link < links; link++) {
      readLink(link);
    }
    for (int recipe = 0; recipe < recipes; recipe++) {
      readRecipe(recipe);
    }
    for (int arc = links + recipes; arc < arcs; arc++) {
      capacity[arc] = Double.POSITIVE_INFINITY;
      statedShare[arc] = 1;
      blanks.doubt(
          "source-assumed",
          Resource.SOURCING,
          null,
          nodeName(head[arc]),
          chain.products().keys().key(product[head[arc]]));
    }
    share = new Shares(this).usual();
    UsualFlow flow = new UsualFlow(this);
    use = flow.use();
    onward = new Onward(this);
    Levels levels = new Levels(this, flow);
    policy = levels.policy;
    orderUpTo = levels.orderUpTo;
    reorderPoint = levels.reorderPoint;
    startStock = levels.startStock;
    full = levels.full;
    safetyStock = levels.safetyStock;
    reviewDays = levels.reviewDays;
    shelfLife = levels.shelfLife;
    judgeWeeks();
    lineSites.forEach(line -> line.judge(this));
    DemandSeries series = DemandSeries.of(chain, calendar.origin);
    if (chain.table(Resource.DEMAND_SERIES).rows() > 0
        && IntStream.range(0, demandNode.length).noneMatch(series::rules)) {
      blanks.doubt("series-unused", Resource.DEMAND_SERIES, null, "", "");
    }
    return new Network(this);
  }

  /** Tells of recipes whose working days do not yield what is usually used. */
  private void judgeWeeks() {
    for (int recipe = 0; recipe < recipes; recipe++) {
      int arc = links + recipe;
      double most = capacity[arc] * calendar.worked(chain.recipes().site(recipe));
      double usual = share[arc] * use[head[arc]];
      if (most < usual && capacity[arc] >= usual) {
        blanks.doubt(
            "week-short",
            Resource.SITES,
            "working_days",
            chain.recipes().keys().key(recipe),
            Blanks.number(usual));
      }
    }
  }

  boolean isLink(int arc) {
    return arc < links;
  }

  /** Whether the chain itself states the recipe or link behind an arc. */
  boolean isAssumed(int arc) {
    return arc >= links + recipes;
  }

  String nodeName(int node) {
    return chain.sites().keys().key(site[node])
        + " / "
        + chain.products().keys().key(product[node]);
  }

  /** Nodes that nothing feeds. */
  private int[] orphans() {
    boolean[] fed = new boolean[nodes.count()];
    for (int link = 0; link < links; link++) {
      fed[nodes.of(chain.links().customer(link), chain.links().product(link))] = true;
    }
    for (int recipe = 0; recipe < recipes; recipe++) {
      fed[nodes.of(chain.recipes().site(recipe), chain.recipes().product(recipe))] = true;
    }
    List<Integer> orphans = new ArrayList<>();
    for (int node = 0; node < fed.length; node++) {
      if (!fed[node]) {
        orphans.add(node);
      }
    }
    return orphans.stream().mapToInt(Integer::intValue).toArray();
  }

  private void joinEnds(int[] orphans) {
    Arrays.fill(tail, -1);
    for (int link = 0; link < links; link++) {
      head[link] = nodes.of(chain.links().customer(link), chain.links().product(link));
      tail[link] = nodes.of(chain.links().supplier(link), chain.links().product(link));
    }
    for (int recipe = 0; recipe < recipes; recipe++) {
      head[links + recipe] =
          nodes.of(chain.recipes().site(recipe), chain.recipes().product(recipe));
    }
    System.arraycopy(orphans, 0, head, links + recipes, orphans.length);
  }

  private void readInputs() {
    for (int input = 0; input < inputArc.length; input++) {
      int recipe = chain.inputs().recipe(input);
      inputArc[input] = links + recipe;
      inputNode[input] = nodes.of(chain.recipes().site(recipe), chain.inputs().product(input));
      double goodShare = chain.recipes().goodShare(recipe);
      inputPerUnit[input] =
          chain.inputs().quantity(input) / (Double.isNaN(goodShare) ? 1 : goodShare);
      essential[input] = chain.inputs().essential(input);
    }
  }

  private int[][][] groups() {
    int[][][] all = new int[arcs][][];
    Grouping inputsOf =
        Grouping.of(inputArc.length, recipes, input -> chain.inputs().recipe(input));
    for (int arc = 0; arc < arcs; arc++) {
      boolean recipe = arc >= links && arc < links + recipes;
      all[arc] = recipe ? groupsOf(inputsOf, arc - links) : new int[0][];
    }
    return all;
  }

  private int[][] groupsOf(Grouping inputsOf, int recipe) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int nth = 0; nth < inputsOf.size(recipe); nth++) {
      int input = inputsOf.item(recipe, nth);
      String group = chain.inputs().substituteGroup(input);
      String name = group == null ? "alone " + input : "group " + group;
      groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(input);
    }
    int[][] members = new int[groups.size()][];
    int next = 0;
    for (List<Integer> group : groups.values()) {
      members[next] = group.stream().mapToInt(Integer::intValue).toArray();
      boolean any = group.stream().anyMatch(input -> essential[input]);
      group.forEach(input -> essential[input] = any);
      next++;
    }
    return members;
  }

  private void readLink(int link) {
    String key = chain.links().keys().key(link);
    standby[link] = chain.links().standby(link);
    closed[link] = chain.links().closed(link);
    double days = chain.links().leadTimeDays(link);
    if (Double.isNaN(days)) {
      days = spec.assumptions().leadTimeDays();
      blanks.fill("lead-time-assumed", Resource.SOURCING, "lead_time_days", key, days);
    }
    double deviation = chain.links().leadTimeSdDays(link);
    setLead(link, key, days, Double.isNaN(deviation) || days == 0 ? 0 : deviation);
    if (Double.isNaN(deviation)) {
      blanks.fill("lead-time-fixed", Resource.SOURCING, "lead_time_sd_days", key, 0);
    }
    capacity[link] = chain.links().capacityPerDay(link);
    if (Double.isNaN(capacity[link])) {
      capacity[link] = Double.POSITIVE_INFINITY;
      blanks.doubt("link-unlimited", Resource.SOURCING, "capacity_per_day", key, "inf");
    }
    activationDays[link] = chain.links().activationDays(link);
    fillActivation(link, Resource.SOURCING, key);
    statedShare[link] = chain.links().share(link);
  }

  private void setLead(int arc, String key, double days, double deviation) {
    boolean back = isLink(arc) && rank[tail[arc]] >= rank[head[arc]];
    leadDays[arc] = days;
    leadSd[arc] = deviation;
    boolean evening = lineOf[arc] >= 0;
    lead[arc] = Math.max(back || evening ? 1 : 0, Math.toIntExact(Math.round(days)));
    longestLead[arc] =
        deviation == 0 ? lead[arc] : (int) Math.ceil(lead[arc] + LEAD_CUT * deviation);
    if (deviation == 0 && lead[arc] != days && !(evening && days == 0)) {
      blanks.doubt(
          "lead-time-rounded",
          isLink(arc) ? Resource.SOURCING : Resource.RECIPES,
          isLink(arc) ? "lead_time_days" : "cycle_days",
          key,
          Blanks.number(days));
    }
  }

  private void readRecipe(int recipe) {
    int arc = links + recipe;
    String key = chain.recipes().keys().key(recipe);
    standby[arc] = chain.recipes().standby(recipe);
    double days = chain.recipes().cycleDays(recipe);
    if (Double.isNaN(days)) {
      days = 0;
      blanks.fill("cycle-assumed", Resource.RECIPES, "cycle_days", key, days);
    }
    setLead(arc, key, days, 0);
    if (Double.isNaN(chain.recipes().goodShare(recipe))) {
      blanks.fill("yield-assumed", Resource.RECIPES, "yield", key, 1);
    }
    capacity[arc] = chain.recipes().capacityPerDay(recipe);
    if (Double.isNaN(capacity[arc])) {
      capacity[arc] = Double.POSITIVE_INFINITY;
      if (lineOf[arc] < 0) {
        blanks.doubt("recipe-unlimited", Resource.RECIPES, "capacity_per_day", key, "inf");
      }
    }
    activationDays[arc] = chain.recipes().activationDays(recipe);
    fillActivation(arc, Resource.RECIPES, key);
    statedShare[arc] = Double.NaN;
  }

  private void fillActivation(int arc, Resource resource, String key) {
    if (standby[arc] && Double.isNaN(activationDays[arc])) {
      activationDays[arc] = spec.assumptions().activationDays();
      blanks.fill("activation-assumed", resource, "activation_days", key, activationDays[arc]);
    }
  }

  private static int[][] lists(int groups, int items, java.util.function.IntUnaryOperator groupOf) {
    Grouping grouping = Grouping.of(items, groups, groupOf);
    int[][] lists = new int[groups][];
    for (int group = 0; group < groups; group++) {
      lists[group] = new int[grouping.size(group)];
      for (int nth = 0; nth < lists[group].length; nth++) {
        lists[group][nth] = grouping.item(group, nth);
      }
    }
    return lists;
  }
}
