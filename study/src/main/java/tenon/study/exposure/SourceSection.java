package tenon.study.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tenon.model.Chain;
import tenon.study.drawing.Tiers;
import tenon.study.page.Json;
import tenon.study.page.PageTable;
import tenon.study.page.PageTable.Cell;
import tenon.study.text.Names;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tenon.twin.Sources;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who depends on one supplier, and what is made at one site only. */
final class SourceSection {
  private static final int TOP = 15;

  /** A product and the only site that makes it. */
  private record Sole(int site, int product) {}

  private final ExposureFacts facts;
  private final Chain chain;
  private final Words words;
  private final Names names;

  /** Rank of a site in the exposure, from 1; sites that were not assessed come last. */
  private final int[] rank;

  SourceSection(ExposureFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
    names = facts.subject().names();
    chain = facts.chain();
    rank = new int[chain.sites().count()];
    Arrays.fill(rank, Integer.MAX_VALUE);
    for (int i = 0; i < facts.ranked().size(); i++) {
      rank[facts.ranked().get(i).site()] = i + 1;
    }
  }

  boolean noSingles() {
    return facts.sources().singleSources().isEmpty();
  }

  boolean noSoleMakers() {
    return facts.soleMakerCount() == 0;
  }

  String singleTitle() {
    long standby = facts.sources().singleSources().stream().filter(s -> s.standby()).count();
    return words.get(
        "single.title",
        Numbers.count(facts.sources().singleSources().size()),
        Numbers.count(needs()),
        Numbers.count(standby));
  }

  String soleTitle() {
    long products =
        facts.sources().sites().stream()
            .flatMap(made -> made.products().stream())
            .distinct()
            .count();
    long makers =
        facts.sources().sites().stream().filter(made -> !made.nowhereElse().isEmpty()).count();
    return words.get(
        "sole.title",
        Numbers.count(facts.soleMakerCount()),
        Numbers.count(products),
        Numbers.count(makers));
  }

  /** Number of pairs of a customer and a product that an active link serves. */
  private int needs() {
    Set<Long> pairs = new HashSet<>();
    for (int link = 0; link < chain.links().count(); link++) {
      if (Tiers.active(chain.links(), link)) {
        pairs.add(
            (long) chain.links().customer(link) * chain.products().count()
                + chain.links().product(link));
      }
    }
    return pairs.size();
  }

  ObjectNode singleBars() {
    int[] count = new int[chain.sites().count()];
    facts.sources().singleSources().forEach(single -> count[single.supplier()]++);
    List<Integer> suppliers = new ArrayList<>();
    for (int site = 0; site < count.length; site++) {
      if (count[site] > 0) {
        suppliers.add(site);
      }
    }
    suppliers.sort(
        Comparator.comparingInt((Integer site) -> count[site])
            .reversed()
            .thenComparing(site -> chain.sites().keys().key(site)));
    ObjectNode node = Json.object();
    node.put("left", words.get("axis.single"));
    ArrayNode rows = node.putArray("rows");
    for (int site : suppliers.subList(0, Math.min(TOP, suppliers.size()))) {
      rows.addObject()
          .put("name", names.site(site))
          .put("left", count[site])
          .put("leftText", Numbers.count(count[site]))
          .put("tip", words.get("single.tip", names.site(site), Numbers.count(count[site])));
    }
    return node;
  }

  ObjectNode singleTable() {
    List<Sources.SingleSource> singles = new ArrayList<>(facts.sources().singleSources());
    singles.sort(
        Comparator.comparingInt((Sources.SingleSource single) -> rank[single.supplier()])
            .thenComparingInt(Sources.SingleSource::supplier)
            .thenComparingInt(Sources.SingleSource::customer)
            .thenComparingInt(Sources.SingleSource::product));
    PageTable table =
        new PageTable("single_sources.csv", words)
            .words(words.get("column.supplier"))
            .numbers(words.get("column.supplier.rank"), "")
            .words(words.get("column.product"))
            .words(words.get("column.customer"))
            .words(words.get("column.standby"));
    for (Sources.SingleSource single : singles) {
      table.row(
          Cell.text(
              names.site(single.supplier())
                  + (facts.inferred(single) ? words.get("inferred.mark") : "")),
          rank(single.supplier()),
          Cell.text(names.product(single.product())),
          Cell.text(names.site(single.customer())),
          Cell.text(words.get(single.standby() ? "yes" : "no")));
    }
    return table.json();
  }

  ObjectNode soleTable() {
    List<Sole> soles = new ArrayList<>();
    for (Sources.Made made : facts.sources().sites()) {
      made.nowhereElse().forEach(product -> soles.add(new Sole(made.site(), product)));
    }
    soles.sort(
        Comparator.comparingInt((Sole sole) -> rank[sole.site()])
            .thenComparingInt(Sole::site)
            .thenComparingInt(Sole::product));
    PageTable table =
        new PageTable("sole_makers.csv", words)
            .words(words.get("column.product"))
            .words(words.get("column.maker"))
            .words(words.get("column.region"))
            .numbers(words.get("column.maker.rank"), "");
    for (Sole sole : soles) {
      table.row(
          Cell.text(names.product(sole.product())),
          Cell.text(names.site(sole.site())),
          Cell.text(names.region(chain.sites().region(sole.site()))),
          rank(sole.site()));
    }
    return table.json();
  }

  private Cell rank(int site) {
    return rank[site] == Integer.MAX_VALUE
        ? new Cell("–", Integer.MAX_VALUE)
        : Cell.count(rank[site]);
  }
}
