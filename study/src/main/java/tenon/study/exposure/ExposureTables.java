package tenon.study.exposure;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Chain;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.twin.DemandLoss;
import tenon.twin.SiteExposure;
import tenon.twin.Sources;

/** The tables of this part, by the keys of the package. */
final class ExposureTables {
  private final ExposureFacts facts;
  private final Chain chain;

  ExposureTables(ExposureFacts facts) {
    this.facts = facts;
    chain = facts.chain();
  }

  List<Table> all() {
    return List.of(exposure(), losses(), singleSources(), soleMakers(), firms());
  }

  /** One row per site assessed, gravest first. */
  Table exposure() {
    List<List<String>> rows = new ArrayList<>();
    for (SiteExposure row : facts.ranked()) {
      rows.add(
          List.of(
              site(row.site()),
              Numbers.cell(row.ttrDays()),
              Numbers.cell(row.lostMargin()),
              Numbers.cell(row.ttsDays()),
              Numbers.cell(row.priority()),
              Numbers.cell(row.lostMarginInterval())));
    }
    return new Table(
        "exposure.csv",
        List.of("site_id", "ttr_days", "lost_margin", "tts_days", "priority", "interval"),
        rows);
  }

  private Table losses() {
    List<List<String>> rows = new ArrayList<>();
    for (SiteExposure row : facts.ranked()) {
      for (DemandLoss loss : row.losses()) {
        rows.add(
            List.of(
                site(row.site()),
                site(chain.demands().site(loss.demand())),
                product(chain.demands().product(loss.demand())),
                Numbers.cell(loss.units()),
                Numbers.cell(loss.margin())));
      }
    }
    return new Table(
        "losses.csv", List.of("site_id", "demand_site_id", "product_id", "units", "margin"), rows);
  }

  private Table singleSources() {
    List<List<String>> rows = new ArrayList<>();
    for (Sources.SingleSource single : facts.sources().singleSources()) {
      rows.add(
          List.of(
              site(single.customer()),
              product(single.product()),
              site(single.supplier()),
              Boolean.toString(single.standby()),
              Boolean.toString(facts.inferred(single))));
    }
    return new Table(
        "single_sources.csv",
        List.of(
            "customer_site_id", "product_id", "supplier_site_id", "standby_elsewhere", "inferred"),
        rows);
  }

  private Table soleMakers() {
    List<List<String>> rows = new ArrayList<>();
    for (Sources.Made made : facts.sources().sites()) {
      for (int product : made.nowhereElse()) {
        rows.add(List.of(site(made.site()), product(product)));
      }
    }
    return new Table("sole_makers.csv", List.of("site_id", "product_id"), rows);
  }

  private Table firms() {
    List<List<String>> rows = new ArrayList<>();
    for (FirmExposure row : facts.firms()) {
      rows.add(
          List.of(
              chain.firms().keys().key(row.firm()),
              Integer.toString(row.sites()),
              Integer.toString(row.exposed()),
              Numbers.cell(row.lostMargin()),
              Numbers.cell(row.priority())));
    }
    return new Table(
        "firms.csv", List.of("firm_id", "sites", "sites_exposed", "lost_margin", "priority"), rows);
  }

  private String site(int site) {
    return chain.sites().keys().key(site);
  }

  private String product(int product) {
    return chain.products().keys().key(product);
  }
}
