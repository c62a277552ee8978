package tenon.study.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenon.model.Chain;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.twin.scales.ThreeScales;
import tools.jackson.databind.node.ObjectNode;

/** A scenario at three scales, as tables and as numbers for other programs. */
final class ScalesTables {
  static final List<String> FILES =
      List.of("scales_sites.csv", "scales_firms.csv", "scales_sectors.csv");

  /** Part by which sums over the same losses in another order may differ. */
  private static final double ROUNDING = 1e-9;

  private final Chain chain;
  private final ThreeScales scales;

  ScalesTables(Chain chain, ThreeScales scales) {
    this.chain = chain;
    this.scales = scales;
  }

  List<Table> all() {
    List<List<String>> sites = new ArrayList<>();
    for (ThreeScales.SiteLoss site : scales.sites()) {
      sites.add(
          List.of(
              chain.sites().keys().key(site.site()),
              chain.firms().keys().key(site.firm()),
              Numbers.exactCell(site.lostDays()),
              Numbers.exactCell(site.alone()),
              Numbers.exactCell(site.share()),
              Numbers.exactCell(site.carried())));
    }
    List<List<String>> firms = new ArrayList<>();
    for (ThreeScales.FirmLoss firm : scales.firms()) {
      String sector = chain.firms().sector(firm.firm());
      firms.add(
          List.of(
              chain.firms().keys().key(firm.firm()),
              sector == null ? "" : sector,
              Numbers.exactCell(firm.direct()),
              Numbers.exactCell(firm.share()),
              Numbers.exactCell(firm.loss()),
              Boolean.toString(firm.industry() >= 0)));
    }
    List<List<String>> sectors = new ArrayList<>();
    for (ThreeScales.SectorLoss sector : scales.sectors()) {
      sectors.add(
          List.of(
              sector.region(),
              sector.sector(),
              Numbers.exactCell(sector.fall()),
              Numbers.exactCell(sector.loss())));
    }
    return List.of(
        new Table(
            FILES.get(0),
            List.of("site_id", "firm_id", "lost_days", "loss_alone", "share", "carried"),
            sites),
        new Table(
            FILES.get(1),
            List.of("firm_id", "sector", "direct_share", "lost_share", "loss", "linked"),
            firms),
        new Table(
            FILES.get(2), List.of("region", "sector", "fall_of_firms", "output_loss"), sectors));
  }

  ObjectNode json() {
    ObjectNode node = Json.object();
    node.put("days_hit", scales.daysHit());
    node.set("firm_loss", Json.exact(scales.firmLoss()));
    node.set("sector_fall", Json.exact(scales.sectorFall()));
    node.set("national_loss", Json.exact(scales.nationalLoss()));
    node.set("value_added_loss", Json.exact(scales.valueAddedLoss()));
    node.set("carried_by_sites", Json.exact(carried()));
    node.set("sum_of_sites_alone", Json.exact(scales.apart()));
    node.put("sums_agree", sumsAgree(scales));
    node.set(
        "reasons",
        Json.array(
            scales.reasons().stream()
                .sorted()
                .map(reason -> reason.name().toLowerCase(Locale.ROOT))
                .toList()));
    return node;
  }

  /** Whether sites one by one come to the nation, and firms to the industries. */
  static boolean sumsAgree(ThreeScales scales) {
    return agree(scales.apart(), scales.nationalLoss())
        && agree(scales.firmLoss(), scales.sectorFall());
  }

  private static boolean agree(double one, double other) {
    return Math.abs(one - other) <= ROUNDING * Math.max(Math.abs(one), Math.abs(other));
  }

  private double carried() {
    return scales.sites().stream().mapToDouble(ThreeScales.SiteLoss::carried).sum();
  }
}
