package tenon.study.rehearsal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenon.study.drawing.Drawing;
import tenon.study.drawing.Emphasis;
import tenon.study.page.Page;
import tenon.study.page.PageTable;
import tenon.study.page.PageTable.Cell;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tenon.twin.site.Starvation;
import tenon.twin.site.Starvation.Cause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the shortage travels: the chain day by day, and every step with its cause. */
final class TransmissionSection {
  private static final int STEPS = 60;

  private final RehearsalFacts facts;
  private final Words words;
  private final List<Starvation> path;
  private final Causes causes;

  /** First day on which a site is short of anything; -1 where it never is. */
  private final int[] firstDay;

  TransmissionSection(RehearsalFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
    path = facts.trajectory().path();
    causes = new Causes(facts);
    firstDay = new int[facts.chain().sites().count()];
    Arrays.fill(firstDay, -1);
    for (Starvation step : path) {
      int site = facts.chain().sites().keys().id(step.siteId());
      firstDay[site] = firstDay[site] < 0 ? step.firstDay() : firstDay[site];
    }
  }

  void fill(Page page) {
    page.section("transmission");
    if (path.isEmpty()) {
      page.text("transmission.empty", words.get("transmission.empty"));
      return;
    }
    page.text("transmission.title", title());
    page.text(
        "transmission.note",
        words.get("transmission.note", Numbers.count(facts.trajectory().pathReplication() + 1)));
    replay(page);
    page.table("transmission", table());
  }

  private String title() {
    Starvation first = path.getFirst();
    Starvation last = path.getLast();
    long sites = Arrays.stream(firstDay).filter(day -> day >= 0).count();
    return words.get(
        "transmission.title",
        facts.site(first.siteId()),
        Numbers.count(first.firstDay()),
        Numbers.count(sites),
        Numbers.count(last.firstDay()));
  }

  private void replay(Page page) {
    Emphasis emphasis = new Emphasis(firstDay.length);
    int rank = 0;
    for (Starvation step : path) {
      int site = facts.chain().sites().keys().id(step.siteId());
      if (firstDay[site] == step.firstDay()) {
        emphasis.mark(site);
        emphasis.rank(site, ++rank);
      }
    }
    Drawing drawing = new Drawing(facts.subject(), emphasis, words.get("replay.short"));
    if (drawing.empty()) {
      return;
    }
    ObjectNode json = drawing.json();
    days(json, drawing);
    json.put("first", Math.max(0, path.getFirst().firstDay() - 1));
    json.put("last", path.getLast().firstDay());
    ArrayNode steps = json.putArray("steps");
    for (Starvation step : path.subList(0, Math.min(STEPS, path.size()))) {
      steps.addObject().put("day", step.firstDay()).put("text", sentence(step));
    }
    json.put("day", words.get("replay.day"));
    json.put("play", words.get("replay.play"));
    json.put("pause", words.get("replay.pause"));
    json.put("count", words.get("replay.count"));
    page.set("replay", json);
  }

  /** Writes onto each mark, and each flow that carried shortage, the day on which it was hit. */
  private void days(ObjectNode json, Drawing drawing) {
    int[] markDay = new int[json.path("nodes").size()];
    Arrays.fill(markDay, -1);
    Map<Integer, Integer> markOf = new HashMap<>();
    for (int site = 0; site < firstDay.length; site++) {
      int mark = firstDay[site] < 0 ? -1 : drawing.mark(site);
      if (mark >= 0) {
        markOf.put(site, mark);
        boolean earlier = markDay[mark] < 0 || firstDay[site] < markDay[mark];
        markDay[mark] = earlier ? firstDay[site] : markDay[mark];
      }
    }
    Map<Long, Integer> flowDay = new HashMap<>();
    for (Starvation step : path) {
      int site = facts.chain().sites().keys().id(step.siteId());
      if (step.cause() instanceof Cause.Supplier(var link, var supplier)) {
        int from = facts.chain().sites().keys().id(supplier);
        Integer fromMark = markOf.get(from);
        Integer toMark = markOf.get(site);
        if (fromMark != null && toMark != null) {
          flowDay.putIfAbsent(fromMark * 100_000L + toMark, step.firstDay());
        }
      }
    }
    int mark = 0;
    for (JsonNode node : json.path("nodes")) {
      ((ObjectNode) node).put("day", markDay[mark++]);
    }
    for (JsonNode flow : json.path("flows")) {
      long key = flow.path("from").asInt() * 100_000L + flow.path("to").asInt();
      ((ObjectNode) flow).put("day", flowDay.getOrDefault(key, -1)).put("accent", false);
    }
  }

  private String sentence(Starvation step) {
    return words.get(
        "transmission.step",
        Numbers.count(step.firstDay()),
        facts.site(step.siteId()),
        facts.product(step.productId()),
        causes.words(step.cause()));
  }

  private ObjectNode table() {
    PageTable table =
        new PageTable("transmission.csv", words)
            .numbers(words.get("column.day"), "")
            .words(words.get("column.site"))
            .words(words.get("column.short.of"))
            .numbers(words.get("column.missing"), words.get("column.that.day"))
            .words(words.get("column.because"));
    for (Starvation step : path) {
      table.row(
          Cell.count(step.firstDay()),
          Cell.text(facts.site(step.siteId())),
          Cell.text(facts.product(step.productId())),
          new Cell(Numbers.shown(step.missingUnits()), step.missingUnits()),
          Cell.text(causes.words(step.cause())));
    }
    return table.json();
  }
}
