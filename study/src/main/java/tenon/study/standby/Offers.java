package tenon.study.standby;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.FlatTable;
import tenon.respond.standby.Maker;
import tenon.respond.standby.Offer;
import tenon.respond.standby.StandbyLibrary;
import tenon.study.method.Asked;
import tenon.study.text.Refusal;

/** Who is asked, what they could do by the data, and what they answered. */
final class Offers {
  private static final double EARTH_KM = 6371;
  private static final double USUAL_RISK = 0.05;

  private final Asked asked;
  private final Chain chain;
  private final int product;
  private final int to;
  private final double due;
  private final List<Finding> faults = new ArrayList<>();
  private final List<Offer> offers = new ArrayList<>();
  private final Map<Integer, String> answers = new HashMap<>();

  Offers(Asked asked, Chain chain) {
    this.asked = asked;
    this.chain = chain;
    product = chain.products().keys().id(asked.text("product"));
    to = asked.text("to").isEmpty() ? -1 : chain.sites().keys().id(asked.text("to"));
    due = asked.number("due");
  }

  /** The offers, or all that is wrong with lines and answers, whatever is asked for. */
  Loaded<List<Offer>> read() {
    List<Maker> makers = product < 0 ? List.of() : StandbyLibrary.of(chain).makers(product);
    for (Maker maker : makers) {
      if (maker.site() != to && maker.sparePerDay() > 0) {
        double ready = Double.isNaN(maker.activationDays()) ? 30 : maker.activationDays();
        String line = maker.standby() ? "standby" : "own";
        offers.add(offer(maker.site(), line, maker.sparePerDay(), ready, maker.costPerUnit()));
      }
    }
    lines();
    answers();
    if (offers.isEmpty() && faults.isEmpty() && product >= 0) {
      faults.add(Refusal.of("call-nobody", "recipes.csv", asked.text("product")));
    }
    return faults.isEmpty()
        ? new Loaded.Ready<>(List.copyOf(offers), List.of())
        : new Loaded.Rejected<>(faults);
  }

  /** What was answered, {@code by data} where nobody did. */
  String answer(Offer offer) {
    return answers.getOrDefault(offer.site(), "by data");
  }

  /** The link over which a site would deliver: the last of several, -1 where there is none. */
  int link(int site) {
    int found = -1;
    for (int link = 0; link < chain.links().count(); link++) {
      if (chain.links().supplier(link) == site
          && chain.links().customer(link) == to
          && chain.links().product(link) == product) {
        found = link;
      }
    }
    return found;
  }

  private Offer offer(int site, String line, double perDay, double ready, double cost) {
    double transit = 0;
    double freight = Double.NaN;
    double duty = 0;
    int link = link(site);
    if (link >= 0) {
      transit = zero(chain.links().leadTimeDays(link));
      freight = chain.links().freightPerUnit(link);
      duty = zero(chain.links().tariff(link)) * zero(chain.links().pricePerUnit(link));
    }
    double distance = to < 0 ? Double.NaN : distance(site, to);
    double carriage =
        Double.isNaN(freight) ? zero(distance) * asked.number("freight-per-unit-km") : freight;
    double days = Math.max(0, due - ready - transit);
    double quantity =
        Double.isInfinite(perDay) && days > 0
            ? asked.number("quantity")
            : days == 0 ? 0 : perDay * days;
    double risk = chain.sites().disruptionProbabilityPerYear(site);
    double most = Math.min(quantity, asked.number("quantity"));
    double rate = Double.isInfinite(perDay) ? asked.number("quantity") : perDay;
    double whole = ready + (rate > 0 ? most / rate : 0) + transit;
    return new Offer(
        site,
        line,
        quantity,
        whole,
        rate,
        ready,
        transit,
        cost + carriage + duty,
        distance,
        Double.isNaN(risk) ? USUAL_RISK : risk);
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

  /** Temporary lines: work after their changeover. */
  private void lines() {
    FlatTable table =
        table(
            "lines",
            List.of("site_id", "kind", "capacity_per_day"),
            List.of("capacity_per_day", "changeover_days", "cost_per_unit"));
    for (int row = 0; table != null && row < table.rows(); row++) {
      String place = table.file() + ":" + table.line(row);
      String id = table.texts("site_id").get(row);
      String kind = table.texts("kind").get(row).toLowerCase(Locale.ROOT);
      int site = chain.sites().keys().id(id);
      double capacity = number(table, "capacity_per_day", row);
      double ready = zero(number(table, "changeover_days", row));
      int before = faults.size();
      if (site < 0) {
        faults.add(Refusal.of("call-lines", place, id, "site_id"));
      }
      if (!kind.equals("additive") && !kind.equals("flexible")) {
        faults.add(Refusal.of("call-lines", place, kind, "kind"));
      }
      if (!(capacity >= 0)) {
        String text = table.texts("capacity_per_day").get(row);
        faults.add(Refusal.of("call-lines", place, text, "capacity_per_day"));
      }
      if (ready < 0) {
        String text = table.texts("changeover_days").get(row);
        faults.add(Refusal.of("call-lines", place, text, "changeover_days"));
      }
      if (faults.size() == before) {
        offers.add(offer(site, kind, capacity, ready, number(table, "cost_per_unit", row)));
      }
    }
  }

  private static double number(FlatTable table, String column, int row) {
    return table.has(column) && table.isNumeric(column) ? table.numbers(column)[row] : Double.NaN;
  }

  private @Nullable FlatTable table(String option, List<String> needed, List<String> numbers) {
    Path file = asked.path(option);
    if (file == null) {
      return null;
    }
    return switch (FlatTable.read(file)) {
      case Loaded.Rejected<FlatTable>(var errors) -> {
        faults.addAll(errors);
        yield null;
      }
      case Loaded.Ready<FlatTable>(var table, var _) -> {
        List<Finding> wrong = new ArrayList<>();
        needed.stream().filter(name -> !table.has(name)).map(table::unknown).forEach(wrong::add);
        numbers.stream().filter(table::has).map(table::noNumbers).forEach(wrong::addAll);
        faults.addAll(wrong);
        yield needed.stream().allMatch(table::has) ? table : null;
      }
    };
  }

  /** A no takes a site out; a yes may change quantity, days and cost of its first line. */
  private void answers() {
    FlatTable table =
        table(
            "answers", List.of("site_id", "answer"), List.of("quantity", "cost_per_unit", "days"));
    for (int row = 0; table != null && row < table.rows(); row++) {
      String place = table.file() + ":" + table.line(row);
      String answer = table.texts("answer").get(row).toLowerCase(Locale.ROOT);
      int site = chain.sites().keys().id(table.texts("site_id").get(row));
      boolean wasAsked =
          offers.stream().anyMatch(offer -> offer.site() == site) || (product < 0 && site >= 0);
      if (!wasAsked || !(answer.equals("yes") || answer.equals("no"))) {
        faults.add(
            Refusal.of("call-answer", place, table.texts("site_id").get(row) + " " + answer));
        continue;
      }
      if (answers.put(site, answer) != null) {
        faults.add(Refusal.of("call-answer-twice", place, table.texts("site_id").get(row)));
      }
      double quantity = number(table, "quantity", row);
      double cost = number(table, "cost_per_unit", row);
      double days = number(table, "days", row);
      boolean first = true;
      for (int at = 0; at < offers.size(); at++) {
        if (offers.get(at).site() == site && (first || answer.equals("no"))) {
          offers.set(at, said(offers.get(at), answer, quantity, cost, days));
          first = false;
        }
      }
    }
  }

  private Offer said(Offer offer, String answer, double quantity, double cost, double days) {
    if (answer.equals("no") || days > due) {
      return offer.answered(0, offer.costPerUnit());
    }
    return offer.answered(
        Double.isNaN(quantity) ? offer.quantity() : quantity,
        Double.isNaN(cost) ? offer.costPerUnit() : cost);
  }
}
