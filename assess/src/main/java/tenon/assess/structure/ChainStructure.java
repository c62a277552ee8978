package tenon.assess.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tenon.assess.Notes;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Resource;

/**
 * Structure measures of a chain, by region and by product.
 *
 * @param regions one for each region, in their order
 * @param products one for each product, in their order
 * @param findings what the chain lacks for a measure; warnings all
 */
public record ChainStructure(
    List<RegionStructure> regions, List<ProductStructure> products, List<Finding> findings) {
  public ChainStructure {
    regions = List.copyOf(regions);
    products = List.copyOf(products);
    findings = List.copyOf(findings);
  }

  /**
   * A region with all regions inside it. Shares are fractions; {@code NaN} where the chain lacks
   * what a measure needs. Sums run over the firms that know both numbers of a ratio.
   *
   * @param region its row
   * @param outputShare output of its firms / output of all firms
   * @param herfindahl concentration of output among its firms
   * @param greatestThree share of its three greatest firms in its output (CR3)
   * @param localMatchingRate firms of the region that deliver to sites in it / all firms that do
   * @param coverageRate products made in it / products made anywhere in the chain
   * @param externalDependence value delivered to its sites from other regions / all value delivered
   *     to them, over links with a known volume and value
   * @param valueAddedRate value added / gross output
   * @param labourProductivityPerYear gross output per person employed, money per year
   * @param capitalTurnoverPerYear operating income / total assets
   * @param researchIntensity spending on research / operating income
   * @param patentDensity invention patents per firm
   */
  public record RegionStructure(
      int region,
      double outputShare,
      double herfindahl,
      double greatestThree,
      double localMatchingRate,
      double coverageRate,
      double externalDependence,
      double valueAddedRate,
      double labourProductivityPerYear,
      double capitalTurnoverPerYear,
      double researchIntensity,
      double patentDensity) {}

  /**
   * A product.
   *
   * @param product its row
   * @param suppliers number of firms that ship it over links that are not closed or on standby
   * @param herfindahl concentration of the volume shipped among these firms
   * @param greatestThree share of the three greatest (CR3)
   */
  public record ProductStructure(
      int product, int suppliers, double herfindahl, double greatestThree) {}

  /** Measures a chain. */
  public static ChainStructure of(Chain chain) {
    Findings findings = new Findings();
    new BlankFirms(chain).tell(Notes.about(Resource.FIRMS.title(), findings));
    Deliveries deliveries = new Deliveries(chain, Notes.about(Resource.SOURCING.title(), findings));
    UnitMeasures measures = UnitMeasures.of(chain, UnitKind.REGIONS);
    List<RegionStructure> regions = new ArrayList<>();
    for (int region = 0; region < chain.regions().count(); region++) {
      regions.add(region(measures, region));
    }
    List<ProductStructure> products = new ArrayList<>();
    for (int product = 0; product < chain.products().count(); product++) {
      double[] volumes = deliveries.volumes(product);
      products.add(
          new ProductStructure(
              product,
              volumes.length,
              Concentration.herfindahl(volumes),
              Concentration.greatest(volumes, 3)));
    }
    return new ChainStructure(regions, products, findings.list());
  }

  /**
   * Location quotients by output, of regions (rows) and sectors in the order of {@link #sectors};
   * firms without region, sector or output are left out.
   */
  public static double[][] locationQuotients(Chain chain) {
    List<String> sectors = sectors(chain);
    Columns firms = chain.table(Resource.FIRMS);
    double[][] amounts = new double[chain.regions().count()][sectors.size()];
    for (int firm = 0; firm < chain.firms().count(); firm++) {
      int sector = sectors.indexOf(chain.firms().sector(firm));
      double output = firms.number("output_per_year", firm);
      if (chain.firms().region(firm) >= 0 && sector >= 0 && !Double.isNaN(output)) {
        amounts[chain.firms().region(firm)][sector] += output;
      }
    }
    return Concentration.locationQuotients(amounts);
  }

  /** The sectors of the chain's firms, in order of first appearance. */
  public static List<String> sectors(Chain chain) {
    return chain.table(Resource.FIRMS).dictionary("sector").stream().toList();
  }

  private static RegionStructure region(UnitMeasures measures, int region) {
    ToDoubleFunction<ChainMeasure> of =
        measure -> measures.of(UnitMeasures.Choice.of(measure), region).value();
    return new RegionStructure(
        region,
        of.applyAsDouble(ChainMeasure.OUTPUT_SHARE),
        of.applyAsDouble(ChainMeasure.OUTPUT_HERFINDAHL),
        of.applyAsDouble(ChainMeasure.OUTPUT_TOP_SHARE),
        of.applyAsDouble(ChainMeasure.LOCAL_MATCHING_RATE),
        of.applyAsDouble(ChainMeasure.CHAIN_COVERAGE),
        of.applyAsDouble(ChainMeasure.EXTERNAL_DEPENDENCE),
        of.applyAsDouble(ChainMeasure.VALUE_ADDED_RATE),
        of.applyAsDouble(ChainMeasure.LABOUR_PRODUCTIVITY),
        of.applyAsDouble(ChainMeasure.CAPITAL_TURNOVER),
        of.applyAsDouble(ChainMeasure.RESEARCH_INTENSITY),
        of.applyAsDouble(ChainMeasure.PATENT_DENSITY));
  }
}
