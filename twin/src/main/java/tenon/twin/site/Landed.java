package tenon.twin.site;

import java.util.Arrays;
import tenon.model.Chain;
import tenon.model.Links;

/**
 * Landed cost of a unit over a link: price x (1 + tariff) + freight, where a price is known; blank
 * tariffs and freights count as none. A change of price multiplies the price, on which the tariff
 * is levied; a rise of tariff adds to its rate.
 */
final class Landed {
  private final double[] price;
  private final double[] rate;
  private final double[] freight;
  private final boolean any;

  Landed(Chain chain) {
    Links links = chain.links();
    price = new double[links.count()];
    rate = new double[price.length];
    freight = new double[price.length];
    for (int link = 0; link < price.length; link++) {
      price[link] = links.pricePerUnit(link);
      rate[link] = orNone(links.tariff(link));
      freight[link] = orNone(links.freightPerUnit(link));
    }
    any = Arrays.stream(price).anyMatch(known -> !Double.isNaN(known));
  }

  private static double orNone(double stated) {
    return Double.isNaN(stated) ? 0 : stated;
  }

  /** Whether any link states a price. */
  boolean any() {
    return any;
  }

  boolean known(int link) {
    return !Double.isNaN(price[link]);
  }

  /** Money for a unit; NaN where no price is known. */
  double cost(int link, double factor, double rise) {
    return price[link] * factor * (1 + rate[link] + rise) + freight[link];
  }

  /** Of it, what is more than usual. */
  double more(int link, double factor, double rise) {
    return factor == 1 && rise == 0 ? 0 : cost(link, factor, rise) - cost(link, 1, 0);
  }

  /** Of that, tariffs. */
  double moreTariff(int link, double factor, double rise) {
    return price[link] * (factor * (rate[link] + rise) - rate[link]);
  }
}
