package tenon.examples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Yearly figures of the counted firms: sales and purchases follow from the links. Foundries,
 * packaging and testing houses work on designs and goods that stay their customers': what they take
 * in of these is deducted from their sales.
 */
final class Accounts {
  private static final double DAYS_PER_YEAR = 365;
  private static final double YUAN_PER_THOUSAND = 1000;
  private static final double PATENT_COST = 12e6;
  private static final int LEAST_STAFF = 12;

  /**
   * Research spending over revenue of all counted enterprises together, as the published case
   * states it.
   */
  static final double RESEARCH_INTENSITY = 0.04567;

  private final Draws draws;
  private final Map<String, Double> sales = new LinkedHashMap<>();
  private final Map<String, Double> purchases = new LinkedHashMap<>();
  private final double researchScale;

  Accounts(Draws draws, Roster roster, List<Link> links, Terms terms) {
    this.draws = draws;
    for (Link link : links) {
      double perYear = link.volume() * terms.price(link) * DAYS_PER_YEAR;
      sales.merge(link.supplier().firm().id(), perYear, Double::sum);
      if (consigned(link)) {
        sales.merge(link.customer().firm().id(), -perYear, Double::sum);
      } else {
        purchases.merge(link.customer().firm().id(), perYear, Double::sum);
      }
    }
    double revenue = 0;
    double research = 0;
    for (Firm firm : roster.firms()) {
      if (firm.role().counted()) {
        revenue += revenue(firm);
        research += plannedResearch(firm);
      }
    }
    researchScale = RESEARCH_INTENSITY * revenue / research;
  }

  /** Whether goods stay their owner's while the customer works on them. */
  static boolean consigned(Link link) {
    String id = link.product().id();
    return id.startsWith("design-") || id.startsWith("wafer-") || id.startsWith("packaged-");
  }

  /** Money per year from the chain. */
  double output(Firm firm) {
    return Round.digits(sales.getOrDefault(firm.id(), 0.0), 4);
  }

  double valueAdded(Firm firm) {
    double taken = purchases.getOrDefault(firm.id(), 0.0);
    return Round.digits(sales.getOrDefault(firm.id(), 0.0) - taken, 4);
  }

  /** Money per year from the chain and from other business. */
  double revenue(Firm firm) {
    double part = draws.within("other business", firm.id(), 0.02, 0.5);
    boolean supporting = firm.role() == Role.SUPPORTING;
    double staff = draws.within("other staff", firm.id(), 8, supporting ? 90 : 260);
    double other = staff * firm.staff() * YUAN_PER_THOUSAND;
    return Round.digits(sales.getOrDefault(firm.id(), 0.0) * (1 + part) + other, 4);
  }

  double employees(Firm firm) {
    double productivity = firm.staff() * draws.within("productivity", firm.id(), 0.75, 1.35);
    return Math.max(LEAST_STAFF, Math.rint(revenue(firm) / YUAN_PER_THOUSAND / productivity));
  }

  double operatingIncome(Firm firm) {
    return Round.digits(revenue(firm) * draws.within("income", firm.id(), 0.02, 0.17), 3);
  }

  double totalAssets(Firm firm) {
    boolean fab = firm.sector().equals("manufacturing");
    double turns = draws.within("assets", firm.id(), fab ? 2.0 : 0.8, fab ? 3.5 : 1.8);
    return Round.digits(revenue(firm) * turns, 3);
  }

  double cash(Firm firm) {
    return Round.digits(revenue(firm) * draws.within("cash", firm.id(), 0.04, 0.3), 3);
  }

  double research(Firm firm) {
    return Round.digits(plannedResearch(firm) * researchScale, 5);
  }

  double patents(Firm firm) {
    double each = PATENT_COST * draws.within("patents", firm.id(), 0.5, 2.5);
    return Math.rint(research(firm) / each * draws.within("patent years", firm.id(), 2, 8));
  }

  /** From 1 (paper) to 5 (linked with suppliers and customers). */
  double digitalMaturity(Firm firm) {
    Range range =
        switch (firm.role()) {
          case LEADING -> new Range(3.6, 4.8);
          case SPECIALISED -> new Range(2.6, 4.4);
          default -> new Range(1.2, 3.6);
        };
    return Round.decimals(draws.within("digital maturity", firm.id(), range), 1);
  }

  private double plannedResearch(Firm firm) {
    return revenue(firm) * firm.research() * draws.within("research", firm.id(), 0.7, 1.3);
  }
}
