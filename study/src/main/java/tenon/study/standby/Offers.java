package tenon.study.standby;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tenon.model.Chain;
import tenon.respond.standby.Maker;
import tenon.respond.standby.Offer;
import tenon.respond.standby.StandbyLibrary;
import tenon.study.method.Asked;
import tenon.twin.site.Assumptions;

/** Who is asked, and what they could do by the data. */
final class Offers {
  private static final double EARTH_KM = 6371;
  private static final double USUAL_RISK = 0.05;

  private final Asked asked;
  private final Chain chain;
  private final IntPredicate open;
  private final StandbyLibrary library;
  private final int product;
  private final int to;
  private final double due;
  private final double quantity;

  Offers(Asked asked, Chain chain, IntPredicate open) {
    this.asked = asked;
    this.chain = chain;
    this.open = open;
    library = StandbyLibrary.of(chain, open, List.of());
    product = chain.products().keys().id(asked.text("product"));
    to = asked.text("to").isEmpty() ? -1 : chain.sites().keys().id(asked.text("to"));
    due = asked.number("due");
    quantity = asked.number("quantity");
  }

  /** Whether anybody makes the product at all. */
  boolean made() {
    return product >= 0 && !library.makers(product).isEmpty();
  }

  /** What makers could deliver beside their usual output. */
  List<Offer> own() {
    List<Offer> offers = new ArrayList<>();
    for (Maker maker : product < 0 ? List.<Maker>of() : library.makers(product)) {
      if (maker.site() != to && maker.sparePerDay() > 0) {
        String line = maker.standby() ? "standby" : "own";
        offers.add(
            offer(maker.site(), line, maker.sparePerDay(), ready(maker), maker.costPerUnit()));
      }
    }
    return offers;
  }

  /**
   * Days until the first unit leaves: activation (with the changeover) of what stands by,
   * changeover of a line that usually makes none of it, and the days from start to output.
   */
  private double ready(Maker maker) {
    double cycle = Double.NaN;
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      if (chain.recipes().site(recipe) == maker.site()
          && chain.recipes().product(recipe) == product
          && chain.recipes().standby(recipe) == maker.standby()) {
        double days = zero(chain.recipes().cycleDays(recipe));
        cycle = Double.isNaN(cycle) ? days : Math.min(cycle, days);
      }
    }
    double wait = zero(cycle);
    if (maker.standby()) {
      double activation = maker.activationDays();
      return wait
          + (Double.isNaN(activation) ? Assumptions.standard().activationDays() : activation);
    }
    return wait + (maker.usualPerDay() > 0 ? 0 : zero(maker.changeoverDays()));
  }

  /** The open link over which a site would deliver: one in use before one on standby; or -1. */
  private int link(int site) {
    int found = -1;
    for (int link = 0; link < chain.links().count(); link++) {
      if (open.test(link)
          && chain.links().supplier(link) == site
          && chain.links().customer(link) == to
          && chain.links().product(link) == product
          && (found < 0 || better(link, found))) {
        found = link;
      }
    }
    return found;
  }

  private boolean better(int one, int other) {
    boolean sooner =
        zero(chain.links().leadTimeDays(one)) < zero(chain.links().leadTimeDays(other));
    return chain.links().standby(one) == chain.links().standby(other)
        ? sooner
        : chain.links().standby(other);
  }

  /** What a line of a site could deliver by the due day. */
  Offer offer(int site, String line, double perDay, double ready, double cost) {
    double begin = ready;
    double rate = perDay;
    double price = cost;
    double transit = to < 0 || site == to ? 0 : usualTransit(site);
    double freight = Double.NaN;
    double duty = 0;
    int link = link(site);
    if (link >= 0) {
      begin = Math.max(ready, wait(link));
      transit = zero(chain.links().leadTimeDays(link));
      freight = chain.links().freightPerUnit(link);
      boolean own = line.equals("own") || line.equals("standby");
      double told = chain.links().pricePerUnit(link);
      price = own && !Double.isNaN(told) ? told : cost;
      duty = zero(chain.links().tariff(link)) * zero(price);
      double room = chain.links().capacityPerDay(link) - library.usualOver(link);
      rate = Double.isNaN(room) ? rate : Math.clamp(rate, 0, Math.max(0, room));
    }
    double distance = to < 0 ? Double.NaN : distance(site, to);
    double carriage =
        Double.isNaN(freight) ? zero(distance) * asked.number("freight-per-unit-km") : freight;
    double risk = chain.sites().disruptionProbabilityPerYear(site);
    return new Offer(
        site,
        line,
        link,
        most(rate, due - begin - transit),
        rate,
        begin,
        transit,
        price + carriage + duty,
        distance,
        Double.isNaN(risk) ? USUAL_RISK : risk);
  }

  private double wait(int link) {
    if (!chain.links().standby(link)) {
      return 0;
    }
    double days = chain.links().activationDays(link);
    return Double.isNaN(days) ? Assumptions.standard().activationDays() : days;
  }

  /** Units that can be there in time; all that is asked where nothing bounds the rate. */
  private double most(double rate, double days) {
    if (days < 0 || rate == 0) {
      return 0;
    }
    return Double.isInfinite(rate) ? quantity : rate * days;
  }

  /**
   * Days of transport of a site that has no link to who orders: the median lead time of its links
   * of the product, else of all its links; 0 where it has none.
   */
  private double usualTransit(int site) {
    double[] same = leadTimes(site, true);
    double[] days = same.length > 0 ? same : leadTimes(site, false);
    if (days.length == 0) {
      return 0;
    }
    Arrays.sort(days);
    return (days[days.length / 2] + days[(days.length - 1) / 2]) / 2;
  }

  private double[] leadTimes(int site, boolean ofProduct) {
    return IntStream.range(0, chain.links().count())
        .filter(open)
        .filter(link -> chain.links().supplier(link) == site)
        .filter(link -> !ofProduct || chain.links().product(link) == product)
        .mapToDouble(link -> chain.links().leadTimeDays(link))
        .filter(days -> !Double.isNaN(days))
        .toArray();
  }

  private static double zero(double number) {
    return Double.isNaN(number) ? 0 : number;
  }

  /** Great-circle distance, km; the place of the region stands for a site without one. */
  private double distance(int one, int other) {
    double a = Math.toRadians(latitude(one));
    double b = Math.toRadians(latitude(other));
    double turn = Math.toRadians(longitude(other) - longitude(one));
    double h =
        Math.pow(Math.sin((b - a) / 2), 2)
            + Math.cos(a) * Math.cos(b) * Math.pow(Math.sin(turn / 2), 2);
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  private double latitude(int site) {
    double own = chain.sites().latitude(site);
    return Double.isNaN(own) ? chain.regions().latitude(chain.sites().region(site)) : own;
  }

  private double longitude(int site) {
    double own = chain.sites().longitude(site);
    return Double.isNaN(own) ? chain.regions().longitude(chain.sites().region(site)) : own;
  }
}
