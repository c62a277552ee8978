package tenon.examples;

import java.util.List;
import tenon.model.Columns;
import tenon.model.Resource;

/** Sourcing links, stocks and demand as tables. */
final class FlowTables {
  private static final double PER_WHOLE = 1000;
  private static final double HOLDING_PER_YEAR = 0.18;
  private static final double DAYS_PER_YEAR = 365;

  private FlowTables() {}

  static Columns sourcing(List<Link> links, Terms terms) {
    Columns.Builder table = new Columns.Builder(Resource.SOURCING);
    for (Link link : links) {
      table
          .row()
          .set("link_id", link.id())
          .set("customer_site_id", link.customer().id())
          .set("supplier_site_id", link.supplier().id())
          .set("product_id", link.product().id())
          .set("volume_per_day", Round.digits(link.volume(), 6))
          .set("lead_time_days", terms.leadTimeDays(link))
          .set("lead_time_sd_days", terms.leadTimeSdDays(link))
          .set("mode", terms.mode(link))
          .set("capacity_per_day", terms.capacityPerDay(link))
          .set("price_per_unit", terms.price(link))
          .set("freight_per_unit", terms.freight(link))
          .set("payment_days", terms.paymentDays(link))
          .set("tariff", terms.tariff(link))
          .set("status", link.standby() ? "standby" : "active")
          .set("confidence", terms.confidence(link))
          .set("evidence", terms.evidence(link));
      if (link.standby()) {
        table.set("activation_days", terms.activationDays(link));
      } else {
        table.set("share", link.share() / PER_WHOLE);
      }
    }
    return table.build();
  }

  static Columns stocks(Goods goods, Roster roster, Flows flows, Draws draws) {
    Columns.Builder table = new Columns.Builder(Resource.STOCKS);
    for (Product product : goods.products()) {
      flows
          .needs()
          .of(product.id())
          .forEach((site, need) -> addStock(table, draws, product, site, need, product.cover()));
      if (product.storable()) {
        Range finished = new Range(0.5, 3);
        flows
            .outputs()
            .of(product.id())
            .forEach((site, made) -> addStock(table, draws, product, site, made, finished));
      }
    }
    return table.build();
  }

  private static void addStock(
      Columns.Builder table, Draws draws, Product product, String site, double use, Range cover) {
    double days = draws.within("cover", site + " " + product.id(), cover);
    double spread = draws.within("on hand", site + " " + product.id(), 0.8, 1);
    table
        .row()
        .set("site_id", site)
        .set("product_id", product.id())
        .set("on_hand", Round.digits(use * days * spread, 4))
        .set("policy", "base_stock")
        .set("safety_stock", Round.digits(use * days / 2, 4))
        .set(
            "holding_cost_per_day",
            Round.digits(product.value() * HOLDING_PER_YEAR / DAYS_PER_YEAR, 3));
  }

  static Columns demand(Market market) {
    Columns.Builder table = new Columns.Builder(Resource.DEMAND);
    for (Market.Wish wish : market.wishes()) {
      table
          .row()
          .set("site_id", wish.store().id())
          .set("product_id", wish.product().id())
          .set("mean_per_day", wish.perDay())
          .set("sd_per_day", wish.sd())
          .set("distribution", "normal")
          .set("lost_sale_cost", Round.digits(wish.product().value() * 0.02, 3))
          .set("priority", wish.priority())
          .set("market", wish.market());
    }
    return table.build();
  }
}
