package tenon.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns.CodeColumn;
import tenon.model.Columns.NumberColumn;

/** Sourcing links by row: who ships what to whom. */
public final class Links {
  private static final List<String> STATUS =
      Resource.SOURCING.fields().get(Resource.SOURCING.position("status")).categories();
  private static final int STANDBY = STATUS.indexOf("standby");
  private static final int CLOSED = STATUS.indexOf("closed");
  private static final int PURCHASE =
      Resource.SOURCING
          .fields()
          .get(Resource.SOURCING.position("minimum_kind"))
          .categories()
          .indexOf("purchase");

  private final Columns columns;
  private final CodeColumn customer;
  private final CodeColumn supplier;
  private final CodeColumn product;
  private final CodeColumn via;
  private final NumberColumn share;
  private final NumberColumn volumePerDay;
  private final NumberColumn leadTimeDays;
  private final NumberColumn leadTimeSdDays;
  private final NumberColumn capacityPerDay;
  private final NumberColumn pricePerUnit;
  private final NumberColumn freightPerUnit;
  private final NumberColumn paymentDays;
  private final NumberColumn co2KgPerUnit;
  private final NumberColumn tariff;
  private final CodeColumn status;
  private final NumberColumn activationDays;
  private final NumberColumn activationCost;
  private final NumberColumn minimumPerDay;
  private final CodeColumn minimumKind;
  private final NumberColumn confidence;

  Links(Columns columns, Keys sites, Keys products) {
    this.columns = columns;
    customer = columns.references("customer_site_id", sites);
    supplier = columns.references("supplier_site_id", sites);
    product = columns.references("product_id", products);
    via = columns.references("via_site_id", sites);
    share = columns.numberColumn("share");
    volumePerDay = columns.numberColumn("volume_per_day");
    leadTimeDays = columns.numberColumn("lead_time_days");
    leadTimeSdDays = columns.numberColumn("lead_time_sd_days");
    capacityPerDay = columns.numberColumn("capacity_per_day");
    pricePerUnit = columns.numberColumn("price_per_unit");
    freightPerUnit = columns.numberColumn("freight_per_unit");
    paymentDays = columns.numberColumn("payment_days");
    co2KgPerUnit = columns.numberColumn("co2_kg_per_unit");
    tariff = columns.numberColumn("tariff");
    status = columns.codeColumn("status");
    activationDays = columns.numberColumn("activation_days");
    activationCost = columns.numberColumn("activation_cost");
    minimumPerDay = columns.numberColumn("minimum_per_day");
    minimumKind = columns.codeColumn("minimum_kind");
    confidence = columns.numberColumn("confidence");
  }

  public int count() {
    return columns.rows();
  }

  /** The string keys of the rows. */
  public Keys keys() {
    return columns.dictionary("link_id");
  }

  /** Site that receives. */
  public int customer(int link) {
    return customer.at(link);
  }

  /** Site that ships. */
  public int supplier(int link) {
    return supplier.at(link);
  }

  /** Product shipped. */
  public int product(int link) {
    return product.at(link);
  }

  /** Site the goods pass on the way, or -1. */
  public int via(int link) {
    return via.at(link);
  }

  /** Share of the customer's need for the product taken over this link, 0 to 1. */
  public double share(int link) {
    return share.at(link);
  }

  /** Usual volume, units per day. */
  public double volumePerDay(int link) {
    return volumePerDay.at(link);
  }

  /** Days from order to receipt. */
  public double leadTimeDays(int link) {
    return leadTimeDays.at(link);
  }

  /** Standard deviation of the lead time, days. */
  public double leadTimeSdDays(int link) {
    return leadTimeSdDays.at(link);
  }

  /** Mode of transport. */
  public @Nullable String mode(int link) {
    return columns.text("mode", link);
  }

  /** Greatest volume, units per day; infinite is unlimited. */
  public double capacityPerDay(int link) {
    return capacityPerDay.at(link);
  }

  /** Price of one unit, money. */
  public double pricePerUnit(int link) {
    return pricePerUnit.at(link);
  }

  /** Freight of one unit, money. */
  public double freightPerUnit(int link) {
    return freightPerUnit.at(link);
  }

  /** Days from receipt to payment. */
  public double paymentDays(int link) {
    return paymentDays.at(link);
  }

  /** Emissions of the transport of one unit, kg CO2. */
  public double co2KgPerUnit(int link) {
    return co2KgPerUnit.at(link);
  }

  /** Tariff as a fraction of the price. */
  public double tariff(int link) {
    return tariff.at(link);
  }

  /** Whether the link is on standby; blank means active. */
  public boolean standby(int link) {
    return status.at(link) == STANDBY;
  }

  /** Whether the link is closed. */
  public boolean closed(int link) {
    return status.at(link) == CLOSED;
  }

  /** Days until a standby link delivers. */
  public double activationDays(int link) {
    return activationDays.at(link);
  }

  /** Cost of taking a standby link into use, money, once. */
  public double activationCost(int link) {
    return activationCost.at(link);
  }

  /** Least volume that a contract obliges to order, units per day. */
  public double minimumPerDay(int link) {
    return minimumPerDay.at(link);
  }

  /** Whether the contract's minimum must be ordered; else what is not ordered is paid for. */
  public boolean minimumIsPurchase(int link) {
    return minimumKind.at(link) == PURCHASE;
  }

  /** How sure it is that the link exists, 0 to 1. */
  public double confidence(int link) {
    return confidence.at(link);
  }

  /** What the link is known from. */
  public @Nullable String evidence(int link) {
    return columns.text("evidence", link);
  }

  /** Whether nobody declared the link: its evidence begins with "inferred", or the Chinese word. */
  public boolean inferred(int link) {
    String known = evidence(link);
    return known != null && inferred(known);
  }

  /** Whether an evidence says that a link was inferred. */
  public static boolean inferred(String known) {
    String start = known.strip().toLowerCase(Locale.ROOT);
    return start.startsWith("inferred") || start.startsWith("推断");
  }
}
