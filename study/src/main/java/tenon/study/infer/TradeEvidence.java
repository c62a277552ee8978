package tenon.study.infer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tenon.assess.inference.ImportShares;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.Notice;
import tenon.packages.trade.Countries;
import tenon.packages.trade.TradeFile;
import tenon.packages.trade.TradeFlow;
import tenon.study.text.Refusal;

/**
 * Trade statistics as evidence for links: what the countries of a chain buy of its products, and
 * where. The country of a site is the jurisdiction of its region, or of the region that contains
 * it, or a region whose key is a country. All years of the file are added up.
 */
final class TradeEvidence implements TradeFlow {
  private final Chain chain;
  private final Countries countries = new Countries();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[] countryOfSite;
  private final int ownCountries;
  private final Map<String, List<Integer>> productsByCode = new HashMap<>();
  private final Map<ImportShares.Flow, Double> values = new HashMap<>();

  private TradeEvidence(Chain chain) {
    this.chain = chain;
    countryOfSite = new int[chain.sites().count()];
    for (int site = 0; site < countryOfSite.length; site++) {
      String code = country(chain.sites().region(site));
      countryOfSite[site] =
          code.isEmpty() ? -1 : numbers.computeIfAbsent(code, none -> numbers.size());
    }
    ownCountries = numbers.size();
    Columns products = chain.table(Resource.PRODUCTS);
    for (int product = 0; product < chain.products().count(); product++) {
      String code = products.text("hs6", product);
      if (code != null) {
        productsByCode.computeIfAbsent(code, none -> new ArrayList<>()).add(product);
      }
    }
  }

  /** Reads a trade file; its faults, and that nothing of it can be used, join the findings. */
  static ImportShares read(Path file, Chain chain, Findings findings, Progress progress) {
    TradeEvidence evidence = new TradeEvidence(chain);
    TradeFile.read(file, false, evidence.countries, findings, progress, evidence);
    if (!findings.hasErrors() && evidence.values.isEmpty()) {
      String name = Notice.about(Refusal.BUNDLE, file).file();
      findings.add(
          Refusal.warning(
              "infer-trade-nothing",
              name,
              null,
              Integer.toString(evidence.productsByCode.size()),
              Integer.toString(evidence.ownCountries)));
    }
    return new ImportShares(evidence.countryOfSite, evidence.values);
  }

  /** Country of a region; empty where nothing tells it. */
  private String country(int region) {
    for (int at = region; at >= 0; at = chain.regions().parent(at)) {
      String law = chain.regions().jurisdiction(at);
      String key = chain.regions().keys().key(at);
      if (law != null && countries.knows(law)) {
        return countries.code(law);
      }
      if (countries.knows(key)) {
        return countries.code(key);
      }
    }
    return "";
  }

  /** The number of a country; those without a site get one too, as they share in the imports. */
  private int number(String code) {
    return numbers.computeIfAbsent(code.toUpperCase(Locale.ROOT), none -> numbers.size());
  }

  @Override
  public void hear(
      int year, String exporter, String importer, String hs6, double value, double quantity) {
    List<Integer> products = productsByCode.get(hs6);
    Integer to = numbers.get(importer);
    if (products == null || to == null || to >= ownCountries || value == 0) {
      return;
    }
    int from = number(exporter);
    for (int product : products) {
      values.merge(new ImportShares.Flow(product, from, to), value, Double::sum);
    }
  }
}
