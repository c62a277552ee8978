package tenon.examples;

import java.util.List;

/** What is agreed and known of a link: transport, price, terms, evidence. */
final class Terms {
  private static final double ROAD_KM_PER_DAY = 450;
  private static final double CAPPED = 0.5;
  private static final Range ROOM = new Range(1.1, 1.8);
  private static final Range TIGHT_ROOM = new Range(1.05, 1.3);
  private static final double HALF = 0.5;
  private static final double PASSED_ON = 1.06;

  private final Draws draws;

  Terms(Draws draws) {
    this.draws = draws;
  }

  String mode(Link link) {
    if (link.product().digital()) {
      return "digital";
    }
    if (abroad(link)) {
      return link.product().ship().equals("sea") ? "sea" : "air";
    }
    return "road";
  }

  /** Days, in halves. */
  double leadTimeDays(Link link) {
    double days =
        switch (mode(link)) {
          case "digital" -> 1;
          case "sea" -> draws.within("lead time", link.id(), 18, 36);
          case "air" -> draws.within("lead time", link.id(), 6, 13);
          default ->
              draws.within("lead time", link.id(), 0.8, 2.2) + km(link) / ROAD_KM_PER_DAY;
        };
    return Math.max(HALF, Math.rint(days / HALF) * HALF);
  }

  double leadTimeSdDays(Link link) {
    double part = draws.within("lead time spread", link.id(), 0.12, 0.35);
    return Round.digits(leadTimeDays(link) * part, 2);
  }

  /**
   * Units per day; infinite where nothing is agreed. A design cannot be moved to another house, and
   * imports are allotted: there is little room above the usual volume.
   */
  double capacityPerDay(Link link) {
    if (link.standby()) {
      return Double.POSITIVE_INFINITY;
    }
    boolean tight = link.product().id().startsWith("design-") || abroad(link);
    if (!tight && !draws.chance("capped", link.id(), CAPPED)) {
      return Double.POSITIVE_INFINITY;
    }
    double room = draws.within("room", link.id(), tight ? TIGHT_ROOM : ROOM);
    return Round.up(link.volume() * room, 3);
  }

  double price(Link link) {
    double part = draws.within("price", link.id(), 0.97, 1.03);
    boolean passedOn = link.supplier().sells().contains(link.product().id());
    return Round.digits(link.product().value() * part * (passedOn ? PASSED_ON : 1), 4);
  }

  double freight(Link link) {
    double part =
        switch (mode(link)) {
          case "digital" -> 0;
          case "sea" -> 0.015;
          case "air" -> 0.02;
          default -> 0.004;
        };
    return Round.digits(price(link) * part * draws.within("freight", link.id(), 0.6, 1.4), 2);
  }

  double tariff(Link link) {
    return abroad(link) && !link.product().digital()
        ? List.of(0.0, 0.0, 0.03, 0.05).get(draws.whole("tariff", link.id(), 0, 3))
        : 0;
  }

  double paymentDays(Link link) {
    return List.of(30.0, 45.0, 60.0, 90.0).get(draws.whole("payment", link.id(), 0, 3));
  }

  double activationDays(Link link) {
    return Math.rint(draws.within("activation", link.id(), abroad(link) ? 30 : 10, 75));
  }

  double confidence(Link link) {
    return switch (evidenceKind(link)) {
      case 0 -> Round.decimals(draws.within("confidence", link.id(), 0.9, 0.99), 2);
      case 1 -> Round.decimals(draws.within("confidence", link.id(), 0.8, 0.95), 2);
      default -> Round.decimals(draws.within("confidence", link.id(), 0.5, 0.8), 2);
    };
  }

  String evidence(Link link) {
    return switch (evidenceKind(link)) {
      case 0 -> "synthetic; as if declared by the customer";
      case 1 -> abroad(link)
          ? "synthetic; as if from customs records"
          : "synthetic; as if from invoices";
      default -> "synthetic; as if inferred";
    };
  }

  /** The smaller the supplier, the more often its links are only inferred. */
  private int evidenceKind(Link link) {
    double point = draws.unit("evidence", link.id());
    double shift = link.supplier().firm().role() == Role.SUPPORTING ? 0.25 : 0;
    return point < 0.5 - shift ? 0 : point < 0.85 - shift ? 1 : 2;
  }

  private static boolean abroad(Link link) {
    return link.supplier().region().foreign() != link.customer().region().foreign();
  }

  private static double km(Link link) {
    return link.supplier().region().distanceKm(link.customer().region());
  }
}
