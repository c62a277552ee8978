package tenon.packages.scms;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Message;
import tenon.packages.word.Places;

/** What the import assumed, each with the number of cases it touched. */
final class Assumptions {
  private final List<Message> messages = new ArrayList<>();

  private Assumptions() {}

  /** All assumptions of an import, in the order of the tables they concern. */
  static List<Message> of(
      DeliveryFile file,
      Period period,
      Parties parties,
      Makers makers,
      ActiveLinks active,
      StandbyLinks standby) {
    Assumptions all = new Assumptions();
    all.add("lines", file.linesRead(), file.linesLeftOut(), period.known().size());
    all.time(period);
    all.add("product");
    all.add("value");
    all.parties(parties, makers);
    all.add("centre", count(period.known(), true), count(period.known(), false));
    all.leads(period.known());
    all.freight(file);
    all.add("active", active.count());
    all.add("standby", standby.count());
    all.add("standby-days", standby.withoutDays());
    all.add("blank");
    return List.copyOf(all.messages);
  }

  private void time(Period period) {
    long late = period.known().stream().filter(d -> after(d, period)).count();
    add("until", period.until(), late);
    add("demand", period.year(), period.lastYear().size(), period.later());
    add("capacity");
  }

  private static boolean after(Delivery d, Period period) {
    return d.delivered() != null && d.delivered().isAfter(period.until());
  }

  private void parties(Parties parties, Makers makers) {
    add("countries", parties.countries());
    add(
        "plants",
        parties.plants(),
        parties.plantsPlaced(Places.Basis.COUNTRY),
        parties.plantsPlaced(Places.Basis.CITY),
        parties.plantsPlaced(Places.Basis.CODE),
        parties.plantsPlaced(Places.Basis.NONE));
    add("offices", parties.traders(), parties.tradersNotPlaced());
    add("makers", makers.run(), parties.plants());
  }

  private void leads(List<Delivery> known) {
    long absurd = known.stream().filter(Delivery::absurdLead).count();
    long unknown =
        known.stream().filter(d -> Double.isNaN(d.leadDays()) && !d.absurdLead()).count();
    add("dates");
    add("leads", absurd, Delivery.ABSURD_DAYS, unknown);
    add("centre-leads");
  }

  private void freight(DeliveryFile file) {
    Freight freight = file.freight();
    add("freight", freight.included(), freight.shared(), freight.invoicedSeparately());
  }

  private static long count(List<Delivery> lines, boolean fromCentre) {
    return lines.stream().filter(d -> d.fromCentre() == fromCentre).count();
  }

  private void add(String key, Object... arguments) {
    List<String> texts = new ArrayList<>();
    for (Object argument : arguments) {
      texts.add(argument.toString());
    }
    messages.add(new Message(Remarks.BUNDLE, "assumption." + key, texts));
  }
}
