package tenon.study.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tenon.assess.structure.ChainStructure;
import tenon.assess.structure.ChainStructure.ProductStructure;
import tenon.assess.structure.ChainStructure.RegionStructure;
import tenon.model.Regions;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.page.Table;
import tenon.study.part.Subject;
import tenon.study.recipe.Stage;
import tenon.study.text.Labels;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tenon.twin.Sources;

/**
 * What links say of a chain without demand: on how few suppliers its products rest, and how its
 * regions compare. Where exposure is told, that tells it better.
 */
final class ConcentrationBrief {
  private static final Cell UNKNOWN = Cell.of("–");
  private static final int ROWS = 5;
  private static final int MOST_REGIONS = 8;
  private static final String PRODUCTS = "concentration";
  private static final String HANGING = "only_sources";
  private static final String REGIONS = "regions_compared";

  private static final List<ToDoubleFunction<RegionStructure>> MEASURES =
      List.of(
          RegionStructure::outputShare,
          RegionStructure::externalDependence,
          RegionStructure::localMatchingRate,
          RegionStructure::coverageRate);

  private final Subject subject;
  private final Words words;
  private final List<ProductStructure> products;
  private final List<RegionStructure> regions;
  private final int singleSources;
  private final List<Hanging> hanging;

  private ConcentrationBrief(Subject subject) {
    this.subject = subject;
    words = subject.words();
    ChainStructure structure = ChainStructure.of(subject.chain());
    products =
        structure.products().stream()
            .filter(product -> product.suppliers() > 0)
            .sorted(
                Comparator.comparingInt(ProductStructure::suppliers)
                    .thenComparingDouble((ProductStructure product) -> -order(product))
                    .thenComparingInt(ProductStructure::product))
            .toList();
    regions =
        structure.regions().stream()
            .filter(ConcentrationBrief::isKnown)
            .sorted(
                Comparator.comparingDouble((RegionStructure region) -> order(region)).reversed())
            .toList();
    List<Sources.SingleSource> single = Sources.of(subject.chain()).singleSources();
    singleSources = single.size();
    hanging = hanging(single);
  }

  /**
   * A site that is the only source of others.
   *
   * @param site the site
   * @param pairs pairs of a customer and a product that hang on it
   */
  private record Hanging(int site, int pairs) {}

  private static List<Hanging> hanging(List<Sources.SingleSource> single) {
    Map<Integer, Integer> pairs = new TreeMap<>();
    single.forEach(one -> pairs.merge(one.supplier(), 1, Integer::sum));
    return pairs.entrySet().stream()
        .map(entry -> new Hanging(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Hanging::pairs).reversed())
        .toList();
  }

  /** Of a study; none where it tells exposure, or where the package has no links. */
  static Optional<ConcentrationBrief> of(Subject subject) {
    boolean told = subject.recipe().does(Stage.EXPOSURE);
    return told || subject.chain().links().count() == 0
        ? Optional.empty()
        : Optional.of(new ConcentrationBrief(subject));
  }

  /** What is unknown stands last. */
  private static double order(ProductStructure product) {
    return Double.isNaN(product.herfindahl()) ? -1 : product.herfindahl();
  }

  private static double order(RegionStructure region) {
    return Double.isNaN(region.outputShare()) ? -1 : region.outputShare();
  }

  private static boolean isKnown(RegionStructure region) {
    return !(Double.isNaN(region.outputShare())
        && Double.isNaN(region.externalDependence())
        && Double.isNaN(region.localMatchingRate()));
  }

  /** Whether no other region lies in it: a country cannot be compared with its provinces. */
  private boolean isLowest(RegionStructure region) {
    Regions all = subject.chain().regions();
    return IntStream.range(0, all.count()).noneMatch(it -> all.parent(it) == region.region());
  }

  private long sole() {
    return products.stream().filter(product -> product.suppliers() == 1).count();
  }

  String answer() {
    return words.get(
        "brief.concentration.answer",
        Numbers.count(sole()),
        Numbers.count(products.size()),
        Numbers.count(singleSources));
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(2, words.get("brief.concentration")));
    blocks.add(
        products.isEmpty()
            ? new Block.Paragraph(words.get("brief.concentration.none"))
            : products());
    if (!hanging.isEmpty()) {
      blocks.add(hanging());
    }
    List<RegionStructure> apart = regions.stream().filter(this::isLowest).toList();
    if (apart.size() > 1) {
      blocks.add(new Block.Heading(2, words.get("brief.regions")));
      blocks.add(regions(apart));
    }
    return blocks;
  }

  /** The same for all products and regions, with all digits. */
  List<Table> tables() {
    List<List<String>> rows = new ArrayList<>();
    for (ProductStructure product : products) {
      rows.add(
          List.of(
              subject.chain().products().keys().key(product.product()),
              Integer.toString(product.suppliers()),
              Numbers.cell(product.herfindahl()),
              Numbers.cell(product.greatestThree())));
    }
    List<List<String>> places = new ArrayList<>();
    for (RegionStructure region : regions) {
      List<String> row = new ArrayList<>();
      row.add(subject.chain().regions().keys().key(region.region()));
      MEASURES.forEach(measure -> row.add(Numbers.cell(measure.applyAsDouble(region))));
      places.add(row);
    }
    List<List<String>> alone =
        hanging.stream()
            .map(
                one ->
                    List.of(
                        subject.chain().sites().keys().key(one.site()),
                        Integer.toString(one.pairs())))
            .toList();
    return List.of(
        new Table(HANGING + ".csv", List.of("site_id", "pairs"), alone),
        new Table(PRODUCTS + ".csv", List.of("product_id", "suppliers", "herfindahl", "cr3"), rows),
        new Table(
            REGIONS + ".csv",
            List.of(
                "region_id",
                "output_share",
                "external_dependence",
                "local_matching_rate",
                "chain_coverage"),
            places));
  }

  private Block products() {
    List<List<Cell>> rows = new ArrayList<>();
    for (ProductStructure product : products.subList(0, Math.min(ROWS, products.size()))) {
      rows.add(
          List.of(
              Cell.of(Labels.brief(subject.names().product(product.product()))),
              Cell.of(Numbers.count(product.suppliers()), product.suppliers()),
              number(product.herfindahl()),
              share(product.greatestThree())));
    }
    List<String> header =
        List.of(
            words.get("column.product"),
            words.get("brief.suppliers"),
            words.get("brief.herfindahl"),
            words.get("brief.cr3"));
    return new Block.Grid(
        PRODUCTS,
        words.get("brief.concentration.table", Numbers.count(products.size())),
        header,
        rows,
        notes(PRODUCTS, rows, "brief.unknown.product"));
  }

  private Block hanging() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Hanging one : hanging.subList(0, Math.min(ROWS, hanging.size()))) {
      rows.add(
          List.of(
              Cell.of(Labels.brief(subject.names().site(one.site()))),
              Cell.of(
                  Labels.brief(subject.names().region(subject.chain().sites().region(one.site())))),
              Cell.of(Numbers.count(one.pairs()), one.pairs())));
    }
    return new Block.Grid(
        HANGING,
        words.get("brief.hanging.table", Numbers.count(hanging.size())),
        List.of(words.get("column.site"), words.get("column.region"), words.get("brief.pairs")),
        rows,
        List.of(words.get("brief.sheet", HANGING)));
  }

  private Block regions(List<RegionStructure> apart) {
    List<List<Cell>> rows = new ArrayList<>();
    for (RegionStructure region : apart.subList(0, Math.min(MOST_REGIONS, apart.size()))) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(Labels.brief(subject.names().region(region.region()))));
      MEASURES.forEach(measure -> row.add(share(measure.applyAsDouble(region))));
      rows.add(row);
    }
    List<String> header =
        List.of(
            words.get("column.region"),
            words.get("brief.output"),
            words.get("brief.external"),
            words.get("brief.matching"),
            words.get("brief.coverage"));
    return new Block.Grid(
        REGIONS,
        words.get("brief.regions.table", Numbers.count(apart.size())),
        header,
        rows,
        notes(REGIONS, rows, "brief.unknown.region"));
  }

  /** The sheet, and what to add where a dash stands. */
  private List<String> notes(String sheet, List<List<Cell>> rows, String unknown) {
    boolean known = rows.stream().flatMap(List::stream).noneMatch(cell -> cell.equals(UNKNOWN));
    String all = words.get("brief.sheet", sheet);
    return known ? List.of(all) : List.of(words.get(unknown), all);
  }

  private static Cell number(double number) {
    return Double.isNaN(number) ? UNKNOWN : Cell.of(Numbers.fixed(number, 2), number);
  }

  private static Cell share(double share) {
    return Double.isNaN(share) ? UNKNOWN : Cell.of(Numbers.probability(share), share);
  }
}
