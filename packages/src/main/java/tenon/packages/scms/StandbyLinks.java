package tenon.packages.scms;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;

/**
 * Real alternative sources: for each product that a country or the centre took in the last year,
 * the other plants that have ever delivered that product. A maker that is not known is no
 * alternative.
 */
final class StandbyLinks {
  /** Our convention: the plant has delivered this product to this very customer. */
  static final double SAME_CUSTOMER = 0.9;

  /** Our convention: the plant has delivered this product, but only to others. */
  static final double OTHERS_ONLY = 0.6;

  private final DeliveryFile file;
  private final History history;
  private final ActiveLinks active;
  private int count;
  private int withoutDays;

  StandbyLinks(DeliveryFile file, History history, ActiveLinks active) {
    this.file = file;
    this.history = history;
    this.active = active;
  }

  /** Links written so far. */
  int count() {
    return count;
  }

  /** Links written so far whose days of activation are unknown. */
  int withoutDays() {
    return withoutDays;
  }

  /** Adds the links to a sourcing table. */
  void write(Columns.Builder table) {
    for (ActiveLinks.Need need : active.needs()) {
      for (Map.Entry<String, Deliveries> maker : history.makers(need.product()).entrySet()) {
        String plant = maker.getKey();
        if (!active.supplies(plant, need) && !Makers.unknown(file.plants().text(plant))) {
          write(table, need, plant, maker.getValue());
          count++;
        }
      }
    }
  }

  private void write(
      Columns.Builder table, ActiveLinks.Need need, String plant, Deliveries toAnyone) {
    boolean toCentre = need.customerSite().equals(Ids.HUB);
    Deliveries same = history.supplied(plant, need.product(), need.customerSite());
    table
        .row()
        .set("link_id", Ids.link(Ids.plant(plant), need.customerSite(), need.product()))
        .set("customer_site_id", need.customerSite())
        .set("supplier_site_id", Ids.plant(plant))
        .set("product_id", need.product())
        .set("status", "standby")
        .set("confidence", same == null ? OTHERS_ONLY : SAME_CUSTOMER)
        .set("evidence", evidence(same, toAnyone, toCentre));
    Deliveries timed = history.timed(plant, need.product());
    if (timed == null || !timed.knowsLead()) {
      withoutDays++;
    } else {
      table
          .set("activation_days", timed.medianLeadDays())
          .set("lead_time_days", timed.meanLeadDays())
          .set("lead_time_sd_days", timed.sdLeadDays());
    }
    if (!toCentre) {
      table
          .set("price_per_unit", toAnyone.pricePerDose())
          .set("via_site_id", office(plant, need.product()));
    }
  }

  /** Office of the vendor that most often sold the product, else any product, from the plant. */
  private @Nullable String office(String plant, String product) {
    Deliveries direct = history.direct(plant, product);
    String vendor = direct == null ? null : direct.vendor();
    return vendor == null ? null : Ids.office(vendor);
  }

  private static String evidence(@Nullable Deliveries same, Deliveries toAnyone, boolean toCentre) {
    if (same == null) {
      return "this product to others only: " + toAnyone.evidence();
    }
    long through = toCentre ? 0 : same.lines().stream().filter(Delivery::fromCentre).count();
    return "this product to this customer: "
        + same.evidence()
        + (through == 0 ? "" : ", " + through + " of them through the centre");
  }
}
