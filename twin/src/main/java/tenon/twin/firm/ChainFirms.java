package tenon.twin.firm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Keys;
import tenon.model.Links;
import tenon.model.Message;
import tenon.model.Resource;
import tenon.model.Severity;

/**
 * A chain seen as a network of firms: sites are taken together by firm, and each active sourcing
 * link between two firms is worth volume per day x price per unit, or x unit value of the product
 * where the price is blank, money per day. Firms are the rows of the chain's firms. Links that are
 * closed or on standby, and links within a firm, carry nothing from firm to firm.
 *
 * @param network the network
 * @param sectors keys of its sectors; the last is {@value #UNKNOWN_SECTOR} if a firm has none
 * @param findings what was unknown, and what was taken in its place; warnings
 */
public record ChainFirms(FirmNetwork network, Keys sectors, List<Finding> findings) {
  /** Sector of firms whose sector is blank. */
  public static final String UNKNOWN_SECTOR = "?";

  private static final String BUNDLE = "tenon.twin.firm.findings";

  public ChainFirms {
    findings = List.copyOf(findings);
  }

  /** Views a sound chain, as one read from a package is. */
  public static ChainFirms of(Chain chain) {
    return new View(chain).build();
  }

  private static final class View {
    private final Chain chain;
    private final Keys.Builder sectorKeys = new Keys.Builder();
    private final List<Finding> findings = new ArrayList<>();
    private int blankSectors;
    private int blankVolumes;
    private int blankPrices;
    private int blankValues;
    private int[] supplier = new int[16];
    private int[] customer = new int[16];
    private double[] amount = new double[16];
    private int links;

    View(Chain chain) {
      this.chain = chain;
    }

    ChainFirms build() {
      int[] sector = sectors();
      addLinks();
      Keys sectors = sectorKeys.build();
      tell("blank-sector", "firms.csv", "sector", blankSectors);
      tell("blank-volume", "sourcing.csv", "volume_per_day", blankVolumes);
      tell("blank-price", "sourcing.csv", "price_per_unit", blankPrices);
      tell("blank-value", "products.csv", "unit_value", blankValues);
      byte[] essential = essential(sectors);
      FirmNetwork network =
          FirmNetwork.of(
              sector,
              sectors.count(),
              essential,
              Arrays.copyOf(supplier, links),
              Arrays.copyOf(customer, links),
              Arrays.copyOf(amount, links));
      return new ChainFirms(network, sectors, findings);
    }

    private int[] sectors() {
      int[] sector = new int[chain.firms().count()];
      for (int firm = 0; firm < sector.length; firm++) {
        @Nullable String key = chain.firms().sector(firm);
        if (key != null) {
          sectorKeys.add(key);
        }
      }
      for (int firm = 0; firm < sector.length; firm++) {
        @Nullable String key = chain.firms().sector(firm);
        blankSectors += key == null ? 1 : 0;
        sector[firm] = sectorKeys.add(key == null ? UNKNOWN_SECTOR : key);
      }
      return sector;
    }

    private void addLinks() {
      Links all = chain.links();
      for (int link = 0; link < all.count(); link++) {
        int from = chain.sites().firm(all.supplier(link));
        int to = chain.sites().firm(all.customer(link));
        if (from != to && !all.closed(link) && !all.standby(link)) {
          double value = value(all, link);
          if (!Double.isNaN(value)) {
            add(from, to, value);
          }
        }
      }
    }

    /** Money per day, or NaN where it is unknown. */
    private double value(Links all, int link) {
      double volume = all.volumePerDay(link);
      if (Double.isNaN(volume)) {
        blankVolumes++;
        return Double.NaN;
      }
      double price = all.pricePerUnit(link);
      if (Double.isNaN(price)) {
        price = chain.products().unitValue(all.product(link));
        if (Double.isNaN(price)) {
          blankValues++;
          return Double.NaN;
        }
        blankPrices++;
      }
      return volume * price;
    }

    private void add(int from, int to, double value) {
      if (links == supplier.length) {
        supplier = Arrays.copyOf(supplier, 2 * links);
        customer = Arrays.copyOf(customer, 2 * links);
        amount = Arrays.copyOf(amount, 2 * links);
      }
      supplier[links] = from;
      customer[links] = to;
      amount[links++] = value;
    }

    /** The declared classes; pairs of sectors without one count as essential. */
    private byte[] essential(Keys sectors) {
      int count = sectors.count();
      byte[] essential = new byte[count * count];
      Arrays.fill(essential, (byte) -1);
      Columns rows = chain.table(Resource.ESSENTIAL);
      for (int row = 0; row < rows.rows(); row++) {
        int from = id(sectors, rows.text("supplier_sector", row));
        int to = id(sectors, rows.text("customer_sector", row));
        if (from >= 0 && to >= 0) {
          essential[from * count + to] = (byte) rows.number("class", row);
        }
      }
      int missing = 0;
      for (int pair = 0; pair < essential.length; pair++) {
        if (essential[pair] < 0) {
          missing++;
          essential[pair] = FirmNetwork.ESSENTIAL;
        }
      }
      tell("blank-essential", "essential.csv", "class", missing);
      return essential;
    }

    private static int id(Keys sectors, @Nullable String key) {
      return key == null ? -1 : sectors.id(key);
    }

    private void tell(String code, String file, String column, int rows) {
      if (rows > 0) {
        findings.add(
            new Finding(
                Severity.WARNING,
                code,
                file,
                0,
                column,
                null,
                Message.of(BUNDLE, code, Integer.toString(rows)),
                Message.of(BUNDLE, code + ".mend", Integer.toString(rows))));
      }
    }
  }
}
