package tenon.packages.scms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Freight by line. Many lines say {@code See DN-304 (ID#:10589)}: the freight of their whole
 * shipment is booked on the line with that ID. It is divided over the lines that share it in
 * proportion to their packs (weights are booked for the shipment only).
 */
final class Freight {
  private static final Pattern SHARED =
      Pattern.compile("see .*\\(\\s*id#?:?\\s*(\\S+?)\\s*\\).*", Pattern.CASE_INSENSITIVE);

  /** What a freight cell says. */
  sealed interface Cell {}

  /** An amount of money; 0 where the price includes the freight. */
  record Paid(double amount) implements Cell {}

  /** The freight is not known. */
  record Unknown() implements Cell {}

  /** The freight is booked on another line. */
  record SharedWith(String id) implements Cell {}

  /** One line that has a share in a freight. */
  private record Booking(Delivery delivery, String id, double packs, Cell cell) {}

  private final List<Booking> bookings = new ArrayList<>();
  private final Map<String, Cell> bookedOn = new HashMap<>();
  private final Map<String, Double> packsOn = new HashMap<>();
  private int included;
  private int invoicedSeparately;
  private int shared;

  /** Reads a freight cell; null where it makes no sense. */
  @Nullable Cell parse(String text) {
    double amount = NumberCell.parse(text);
    if (amount >= 0) {
      return new Paid(amount);
    }
    Matcher reference = SHARED.matcher(text);
    if (reference.matches()) {
      shared++;
      return new SharedWith(reference.group(1));
    }
    String plain = text.toLowerCase(Locale.ROOT);
    if (plain.startsWith("freight included")) {
      included++;
      return new Paid(0);
    }
    if (plain.startsWith("invoiced separately") || DateCell.unknown(text)) {
      invoicedSeparately++;
      return new Unknown();
    }
    return null;
  }

  /** Adds a line with its ID, packs and freight cell. */
  void book(Delivery delivery, String id, double packs, Cell cell) {
    // A line without an ID of its own, or with that of another line, can only pay for itself.
    boolean named = !id.isEmpty() && !bookedOn.containsKey(id);
    String own = named ? id : "line " + delivery.line();
    bookings.add(new Booking(delivery, own, packs, cell));
    bookedOn.put(own, cell);
    packsOn.merge(payer(own, cell), packs, Double::sum);
  }

  private static String payer(String id, Cell cell) {
    return cell instanceof SharedWith other ? other.id() : id;
  }

  /** The lines in the order they were added, each with its share of the freight. */
  List<Delivery> allocate(Remarks remarks) {
    List<Delivery> allocated = new ArrayList<>(bookings.size());
    for (Booking booking : bookings) {
      String payer = payer(booking.id, booking.cell);
      Cell booked = bookedOn.get(payer);
      if (booked == null || booked instanceof SharedWith) {
        remarks.warning("scms-freight-line", booking.delivery.line(), Column.FREIGHT, payer);
      }
      double freight = Double.NaN;
      if (booked instanceof Paid paid) {
        double packs = packsOn.getOrDefault(payer, booking.packs);
        freight = paid.amount() * booking.packs / packs;
      }
      allocated.add(booking.delivery.withFreight(freight));
    }
    return allocated;
  }

  /** Lines whose price includes the freight. */
  int included() {
    return included;
  }

  /** Lines whose freight is invoiced separately, or not stated. */
  int invoicedSeparately() {
    return invoicedSeparately;
  }

  /** Lines that share the freight of another. */
  int shared() {
    return shared;
  }
}
