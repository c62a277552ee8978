package tenon.study.drawing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tenon.model.Chain;
import tenon.model.Resource;
import tenon.study.drawing.DrawnChain.Flow;
import tenon.study.page.Json;
import tenon.study.part.Subject;
import tenon.study.text.Labels;
import tenon.study.text.Money;
import tenon.study.text.Names;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The picture of a chain: marks, flows, labels and legend, in the units of the picture. */
public final class Drawing {
  private static final double FONT = 11;
  private static final double LABEL_GAP = 14;

  /** How much wider bold letters run. */
  private static final double BOLD = 1.09;

  private static final double WIDEST_FLOW = 8;
  private static final double THINNEST_FLOW = 0.7;
  private static final String MIXED = "mixed";

  /** A column whose sites mostly share a sector is named by it. */
  private static final double MOSTLY = 0.5;

  /** Only flows out of the very gravest sites are accented, or all would be. */
  private static final int ACCENTED = 5;

  private final Chain chain;
  private final Words words;
  private final Names names;
  private final Money money;
  private final String markedLabel;
  private final DrawnChain drawn;
  private final ChainDrawing drawing;

  /**
   * Draws the chain of a study.
   *
   * @param markedLabel what the accent means, as it stands in the legend
   */
  public Drawing(Subject subject, Emphasis emphasis, String markedLabel) {
    chain = subject.chain();
    words = subject.words();
    names = subject.names();
    money = subject.money();
    this.markedLabel = markedLabel;
    drawn = new DrawnChain(chain, emphasis);
    drawing = new ChainDrawing(drawn);
  }

  public ObjectNode json() {
    ObjectNode node = Json.object();
    node.put("width", ChainDrawing.WIDTH);
    node.put("height", drawing.height());
    node.set("columns", heads());
    node.set("flows", flows());
    node.set("nodes", nodes());
    node.set("legend", legend());
    return node;
  }

  public boolean empty() {
    return drawn.nodes().isEmpty();
  }

  /** Number of columns. */
  public int columns() {
    return drawn.columns();
  }

  /** Column of a site, or -1 where it is not drawn. */
  public int column(int site) {
    int tier = drawn.tier(site);
    return tier < 0 ? -1 : drawn.column(tier);
  }

  /** Index of the mark that stands for a site, or -1 where it is not drawn. */
  public int mark(int site) {
    for (int mark = 0; mark < drawn.nodes().size(); mark++) {
      if (drawn.nodes().get(mark).sites().contains(site)) {
        return mark;
      }
    }
    return -1;
  }

  public String note() {
    String weight = words.get(drawn.byValue() ? "chain.by.value" : "chain.by.links");
    String text =
        words.get(
            "chain.note",
            Numbers.count(drawn.flows().size()),
            Numbers.count(drawn.allFlowCount()),
            Numbers.percent(drawn.shownShare()),
            weight);
    return drawn.unlinked() == 0
        ? text
        : text + words.get("chain.unlinked", Numbers.count(drawn.unlinked()));
  }

  private ArrayNode heads() {
    ArrayNode array = Json.array();
    for (int column = 0; column < drawn.columns(); column++) {
      ObjectNode node = array.addObject();
      node.put("x", drawing.columnX(column));
      node.put("label", columnName(column));
      String sub = words.get("chain.sites", Numbers.count(drawn.sitesIn(column)));
      String sector = mainSector(column);
      double room = (drawing.pitch() - 10) / FONT;
      ArrayNode lines = node.putArray("lines").add(sub);
      if (!sector.isEmpty()) {
        Labels.lines(words.get("chain.mostly", sector), room, 1).forEach(lines::add);
      }
    }
    return array;
  }

  /** Name of a column: the tiers that stand in it. */
  public String columnName(int column) {
    int first = drawn.firstTier(column);
    int last = drawn.lastTier(column);
    return first == last
        ? words.get("chain.tier", Integer.toString(first))
        : words.get("chain.tiers", Integer.toString(first), Integer.toString(last));
  }

  private String mainSector(int column) {
    Map<String, Integer> counts = new TreeMap<>();
    int all = 0;
    for (DrawnNode node : drawn.nodes()) {
      if (node.column() == column) {
        for (int site : node.sites()) {
          String sector = chain.firms().sector(chain.sites().firm(site));
          counts.merge(sector == null ? "" : sector, 1, Integer::sum);
          all++;
        }
      }
    }
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > all * MOSTLY && !entry.getKey().isEmpty()) {
        return words.code("sector", entry.getKey());
      }
    }
    return "";
  }

  private ArrayNode flows() {
    double most = drawn.flows().stream().mapToDouble(Flow::weight).max().orElse(0);
    ArrayNode array = Json.array();
    for (Flow flow : drawn.flows()) {
      double share = most > 0 ? Math.sqrt(flow.weight() / most) : 0;
      int rank = drawn.nodes().get(flow.from()).rank();
      ObjectNode node = array.addObject();
      node.put("path", drawing.path(flow));
      node.put(
          "width", Math.rint((THINNEST_FLOW + (WIDEST_FLOW - THINNEST_FLOW) * share) * 100) / 100);
      node.put("accent", rank > 0 && rank <= ACCENTED && drawn.nodes().get(flow.from()).marked());
      String amount =
          drawn.byValue()
              ? words.get("chain.flow.value", money.text(flow.weight()))
              : words.get("chain.flow.links", Numbers.count((long) flow.weight()));
      String tip = label(flow.from()) + " → " + label(flow.to()) + "\n" + amount;
      if (flow.inferred() > 0) {
        tip +=
            "\n"
                + words.get(
                    "chain.flow.inferred",
                    Numbers.count(flow.inferred()),
                    Numbers.count(flow.links()));
        node.put("inferred", true);
      }
      node.put("tip", tip);
      node.put("from", flow.from());
      node.put("to", flow.to());
    }
    return array;
  }

  private ArrayNode nodes() {
    double room = (drawing.pitch() - LABEL_GAP - ChainDrawing.BULGE - 6) / FONT;
    ArrayNode array = Json.array();
    for (int i = 0; i < drawn.nodes().size(); i++) {
      DrawnNode mark = drawn.nodes().get(i);
      ObjectNode node = array.addObject();
      node.put("x", drawing.x(i));
      node.put("y", drawing.y(i) - ChainDrawing.BAR_HEIGHT / 2);
      node.put("width", ChainDrawing.BAR_WIDTH);
      node.put("height", ChainDrawing.BAR_HEIGHT);
      node.put("kind", kind(mark));
      node.put("single", mark.single());
      node.put("exposed", mark.marked() && mark.single());
      double fits = mark.single() && mark.marked() ? room / BOLD : room;
      node.set("lines", Json.array(Labels.lines(label(i), fits, 2)));
      node.put("tip", tip(mark, i));
    }
    return array;
  }

  private String label(int index) {
    DrawnNode node = drawn.nodes().get(index);
    if (node.single()) {
      String name = names.site(node.sites().getFirst());
      return node.rank() > 0 && node.rank() <= Emphasis.NUMBERED && node.marked()
          ? node.rank() + ". " + name
          : name;
    }
    boolean others =
        drawn.nodes().stream().anyMatch(other -> other.single() && other.column() == node.column());
    String count = Numbers.count(node.sites().size());
    String key = others ? "chain.others" : "chain.group";
    return node.region() < 0
        ? words.get(key, count)
        : words.get(key + ".in", count, names.region(node.region()));
  }

  private String tip(DrawnNode mark, int index) {
    if (!mark.single()) {
      return label(index);
    }
    int site = mark.sites().getFirst();
    String kind = words.code("kind", chain.sites().kind(site));
    String region = names.region(chain.sites().region(site));
    return names.site(site)
        + "\n"
        + words.get("chain.tip", kind, region, columnName(mark.column()));
  }

  private String kind(DrawnNode mark) {
    TreeSet<String> kinds = new TreeSet<>();
    mark.sites().forEach(site -> kinds.add(chain.sites().kind(site)));
    return kinds.size() == 1 ? kinds.first() : MIXED;
  }

  private ArrayNode legend() {
    TreeSet<String> present = new TreeSet<>();
    boolean marked = false;
    for (DrawnNode node : drawn.nodes()) {
      present.add(kind(node));
      marked |= node.marked() && node.single();
    }
    ArrayNode array = Json.array();
    List<String> kinds = Resource.SITES.fields().get(Resource.SITES.position("kind")).categories();
    for (String kind : kinds) {
      if (present.contains(kind)) {
        array.addObject().put("kind", kind).put("label", words.code("kind", kind));
      }
    }
    if (present.contains(MIXED)) {
      array.addObject().put("kind", MIXED).put("label", words.code("kind", MIXED));
    }
    if (marked) {
      array.addObject().put("kind", "exposed").put("label", markedLabel);
    }
    if (drawn.flows().stream().anyMatch(flow -> flow.inferred() > 0)) {
      array.addObject().put("kind", "inferred").put("label", words.get("chain.inferred"));
    }
    return array;
  }
}
