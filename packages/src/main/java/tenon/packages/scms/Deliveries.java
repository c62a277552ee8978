package tenon.packages.scms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Some delivery lines of one kind, and what they amount to. Blank where no line knows. */
final class Deliveries {
  /** Demand and capacity per day are those of a year divided by this, in leap years too. */
  static final double DAYS_PER_YEAR = 365;

  private final List<Delivery> lines = new ArrayList<>();

  Deliveries add(Delivery delivery) {
    lines.add(delivery);
    return this;
  }

  List<Delivery> lines() {
    return lines;
  }

  double doses() {
    return lines.stream().mapToDouble(Delivery::doses).sum();
  }

  double dosesPerDay() {
    return doses() / DAYS_PER_YEAR;
  }

  /** Doses of the calendar year with the most of them. */
  double bestYearDoses() {
    Map<Integer, Double> years = new TreeMap<>();
    lines.forEach(d -> years.merge(d.scheduled().getYear(), d.doses(), Double::sum));
    return years.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  /** Money per dose over the lines whose value is known. */
  double pricePerDose() {
    return perDose(Delivery::value);
  }

  /** Freight per dose over the lines whose freight is known. */
  double freightPerDose() {
    return perDose(Delivery::freight);
  }

  private double perDose(ToDoubleFunction<Delivery> money) {
    double sum = 0;
    double doses = 0;
    for (Delivery delivery : lines) {
      double amount = money.applyAsDouble(delivery);
      if (!Double.isNaN(amount)) {
        sum += amount;
        doses += delivery.doses();
      }
    }
    return doses > 0 ? sum / doses : Double.NaN;
  }

  /** Whether the lead time of any line is known. */
  boolean knowsLead() {
    return leads().findAny().isPresent();
  }

  double meanLeadDays() {
    return leads().average().orElse(Double.NaN);
  }

  /** Sample standard deviation; unknown for fewer than two lead times. */
  double sdLeadDays() {
    double[] days = leads().toArray();
    if (days.length < 2) {
      return Double.NaN;
    }
    double mean = meanLeadDays();
    double squares = 0;
    for (double day : days) {
      squares += (day - mean) * (day - mean);
    }
    return Math.sqrt(squares / (days.length - 1));
  }

  /** Middle lead time, the mean of the two middle ones where their number is even. */
  double medianLeadDays() {
    double[] days = leads().toArray();
    Arrays.sort(days);
    int n = days.length;
    return n == 0 ? Double.NaN : (days[(n - 1) / 2] + days[n / 2]) / 2;
  }

  private DoubleStream leads() {
    return lines.stream().mapToDouble(Delivery::leadDays).filter(days -> !Double.isNaN(days));
  }

  /** The mode of most lines, the first in the alphabet of several. */
  @Nullable String mode() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Delivery delivery : lines) {
      String mode = delivery.mode();
      if (mode != null) {
        counts.merge(mode, 1, Integer::sum);
      }
    }
    return most(counts);
  }

  /** The vendor of most lines, the first in the alphabet of several. */
  @Nullable String vendor() {
    Map<String, Integer> counts = new TreeMap<>();
    lines.forEach(delivery -> counts.merge(delivery.vendor(), 1, Integer::sum));
    return most(counts);
  }

  /** The key with the highest count, the first of several; null of none. */
  static @Nullable String most(Map<String, Integer> counts) {
    String most = null;
    int highest = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > highest) {
        highest = entry.getValue();
        most = entry.getKey();
      }
    }
    return most;
  }

  /** How many lines, and between which scheduled days: {@code 14 deliveries 2012-01-12 to ...}. */
  String evidence() {
    LocalDate first = lines.getFirst().scheduled();
    LocalDate last = first;
    for (Delivery delivery : lines) {
      first = delivery.scheduled().isBefore(first) ? delivery.scheduled() : first;
      last = delivery.scheduled().isAfter(last) ? delivery.scheduled() : last;
    }
    return lines.size() == 1
        ? "1 delivery " + first
        : lines.size() + " deliveries " + first + " to " + last;
  }
}
