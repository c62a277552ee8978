package tenon.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Columns;
import tenon.model.Industry;
import tenon.model.IndustryTable;

/**
 * The input-output table that follows from the links of the chain: what each sector of each zone
 * sells in a year. Illustrative: it knows the chain alone, and what firms do beside it is missing.
 *
 * <p>Goods on consignment are not sold to who works on them: their value goes on with what is made
 * of them to the first who buys. So the output of an industry is the sum of what its firms state,
 * and its value added too, up to the rounding of theirs.
 */
final class SectorTable {
  static final String YEAR = "2025";
  private static final double DAYS_PER_YEAR = 365;

  /** More than any good has stages on consignment. */
  private static final int STAGES = 40;

  private final Map<String, Integer> firms = new LinkedHashMap<>();
  private final Map<Industry, Integer> industries = new LinkedHashMap<>();
  private final Map<Industry, Integer> uses = new LinkedHashMap<>();
  private final List<Link> links;
  private final Terms terms;

  private SectorTable(List<Link> links, Terms terms) {
    this.links = links;
    this.terms = terms;
    for (Link link : links) {
      if (!link.standby()) {
        for (Firm firm : List.of(link.supplier().firm(), link.customer().firm())) {
          firms.putIfAbsent(firm.id(), firms.size());
          Map<Industry, Integer> kind = firm.role() == Role.MARKET ? uses : industries;
          kind.putIfAbsent(industry(firm), kind.size());
        }
      }
    }
  }

  static Columns of(List<Link> links, Terms terms) {
    return new SectorTable(links, terms).table().columns(YEAR);
  }

  /** Sectors by zone; of suppliers abroad by country; customers are one final use. */
  private static Industry industry(Firm firm) {
    if (firm.role() == Role.MARKET) {
      return new Industry("CN", "market");
    }
    return new Industry(
        firm.region().foreign() ? firm.region().jurisdiction() : firm.region().parent(),
        firm.sector());
  }

  private double money(Link link) {
    return link.standby() ? 0 : link.volume() * terms.price(link) * DAYS_PER_YEAR;
  }

  private int firm(Site site) {
    return firms.getOrDefault(site.firm().id(), -1);
  }

  private IndustryTable table() {
    int n = industries.size();
    double[][] made = made();
    double[][] intermediate = new double[n][n];
    double[][] sold = new double[n][uses.size()];
    for (Link link : links) {
      double money = money(link);
      if (money > 0 && !Accounts.consigned(link)) {
        Firm customer = link.customer().firm();
        boolean end = customer.role() == Role.MARKET;
        int to = (end ? uses : industries).getOrDefault(industry(customer), -1);
        for (int from = 0; from < n; from++) {
          (end ? sold : intermediate)[from][to] += money * made[firm(link.supplier())][from];
        }
      }
    }
    double[][] added = new double[1][n];
    for (int i = 0; i < n; i++) {
      // Whole yuan, so that rows and columns add up to the last digit.
      intermediate[i] = Arrays.stream(intermediate[i]).map(Math::rint).toArray();
      sold[i] = Arrays.stream(sold[i]).map(Math::rint).toArray();
    }
    for (int i = 0; i < n; i++) {
      added[0][i] = Arrays.stream(intermediate[i]).sum() + Arrays.stream(sold[i]).sum();
      for (int from = 0; from < n; from++) {
        added[0][i] -= intermediate[from][i];
      }
    }
    return new IndustryTable.Parts(new ArrayList<>(industries.keySet()), intermediate)
        .withFinalDemand(new ArrayList<>(uses.keySet()), sold)
        .withValueAdded(List.of(new Industry("", "value-added")), added)
        .build();
  }

  /** Which share of what a firm sells each industry made, by firm. */
  private double[][] made() {
    double[] sales = new double[firms.size()];
    double[] taken = new double[firms.size()];
    int[] industryOf = new int[firms.size()];
    for (Link link : links) {
      if (!link.standby()) {
        sales[firm(link.supplier())] += money(link);
        taken[firm(link.customer())] += Accounts.consigned(link) ? money(link) : 0;
        industryOf[firm(link.supplier())] =
            industries.getOrDefault(industry(link.supplier().firm()), 0);
      }
    }
    double[][] made = new double[firms.size()][];
    for (int stage = 0; stage < STAGES; stage++) {
      double[][] next = new double[made.length][industries.size()];
      for (int firm = 0; firm < made.length; firm++) {
        next[firm][industryOf[firm]] = sales[firm] > 0 ? 1 - taken[firm] / sales[firm] : 0;
      }
      for (Link link : links) {
        int from = firm(link.supplier());
        if (stage > 0 && !link.standby() && Accounts.consigned(link)) {
          double share = money(link) / sales[firm(link.customer())];
          double[] passed = next[firm(link.customer())];
          for (int origin = 0; origin < passed.length; origin++) {
            passed[origin] += share * made[from][origin];
          }
        }
      }
      made = next;
    }
    return made;
  }
}
