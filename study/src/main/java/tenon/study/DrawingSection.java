package tenon.study;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tenon.model.Resource;
import tenon.study.DrawnChain.Flow;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The picture of the chain: marks, flows, labels, legend and the sentence it proves. */
final class DrawingSection {
  private static final double FONT = 11;
  private static final double LABEL_GAP = 14;
  private static final double WIDEST_FLOW = 8;
  private static final double THINNEST_FLOW = 0.7;
  private static final String MIXED = "mixed";

  /** A column whose sites mostly share a sector is named by it. */
  private static final double MOSTLY = 0.5;

  /** Only flows out of the very gravest sites are accented, or all would be. */
  private static final int ACCENTED = 5;

  private final ExposureFacts facts;
  private final Words words;
  private final Names names;
  private final DrawnChain drawn;
  private final ChainDrawing drawing;

  DrawingSection(ExposureFacts facts, Words words, Names names) {
    this.facts = facts;
    this.words = words;
    this.names = names;
    drawn = new DrawnChain(facts);
    drawing = new ChainDrawing(drawn);
  }

  ObjectNode json() {
    ObjectNode node = Json.object();
    node.put("width", ChainDrawing.WIDTH);
    node.put("height", drawing.height());
    node.set("columns", columns());
    node.set("flows", flows());
    node.set("nodes", nodes());
    node.set("legend", legend());
    return node;
  }

  boolean empty() {
    return drawn.nodes().isEmpty();
  }

  String title() {
    int[] inTier = new int[drawn.columns()];
    int placed = 0;
    for (DrawnNode node : drawn.nodes()) {
      if (node.rank() > 0 && node.rank() <= ExposureSection.TOP && node.exposed()) {
        inTier[node.column()]++;
        placed++;
      }
    }
    if (placed == 0) {
      return words.get("chain.title.none", Numbers.count(drawn.columns()));
    }
    int most = 0;
    for (int column = 1; column < inTier.length; column++) {
      most = inTier[column] > inTier[most] ? column : most;
    }
    return words.get(
        "chain.title", Numbers.count(inTier[most]), Numbers.count(placed), columnName(most));
  }

  String note() {
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

  private ArrayNode columns() {
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

  private String columnName(int column) {
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
          String sector = facts.chain().firms().sector(facts.chain().sites().firm(site));
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
    Money money = new Money(words, facts.info().currency());
    ArrayNode array = Json.array();
    for (Flow flow : drawn.flows()) {
      double share = most > 0 ? Math.sqrt(flow.weight() / most) : 0;
      int rank = drawn.nodes().get(flow.from()).rank();
      ObjectNode node = array.addObject();
      node.put("path", drawing.path(flow));
      node.put(
          "width",
          Math.rint((THINNEST_FLOW + (WIDEST_FLOW - THINNEST_FLOW) * share) * 100) / 100);
      node.put("accent", rank > 0 && rank <= ACCENTED && drawn.nodes().get(flow.from()).exposed());
      String amount =
          drawn.byValue()
              ? words.get("chain.flow.value", money.text(flow.weight()))
              : words.get("chain.flow.links", Numbers.count((long) flow.weight()));
      node.put("tip", label(flow.from()) + " → " + label(flow.to()) + "\n" + amount);
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
      node.put("exposed", mark.exposed() && mark.single());
      node.set("lines", Json.array(Labels.lines(label(i), room, 2)));
      node.put("tip", tip(mark, i));
    }
    return array;
  }

  private String label(int index) {
    DrawnNode node = drawn.nodes().get(index);
    if (node.single()) {
      String name = names.site(node.sites().getFirst());
      return node.rank() > 0 && node.rank() <= ExposureSection.TOP && node.exposed()
          ? node.rank() + ". " + name
          : name;
    }
    boolean others =
        drawn.nodes().stream()
            .anyMatch(other -> other.single() && other.column() == node.column());
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
    String kind = words.code("kind", facts.chain().sites().kind(site));
    String region = names.region(facts.chain().sites().region(site));
    return names.site(site) + "\n" + words.get("chain.tip", kind, region, columnName(mark.column()));
  }

  private String kind(DrawnNode mark) {
    TreeSet<String> kinds = new TreeSet<>();
    mark.sites().forEach(site -> kinds.add(facts.chain().sites().kind(site)));
    return kinds.size() == 1 ? kinds.first() : MIXED;
  }

  private ArrayNode legend() {
    TreeSet<String> present = new TreeSet<>();
    boolean exposed = false;
    for (DrawnNode node : drawn.nodes()) {
      present.add(kind(node));
      exposed |= node.exposed() && node.single();
    }
    ArrayNode array = Json.array();
    List<String> kinds =
        Resource.SITES.fields().get(Resource.SITES.position("kind")).categories();
    for (String kind : kinds) {
      if (present.contains(kind)) {
        array.addObject().put("kind", kind).put("label", words.code("kind", kind));
      }
    }
    if (present.contains(MIXED)) {
      array.addObject().put("kind", MIXED).put("label", words.code("kind", MIXED));
    }
    if (exposed) {
      array.addObject().put("kind", "exposed").put("label", words.get("chain.exposed"));
    }
    return array;
  }
}
