package tenon.twin.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Disruption;

/**
 * Who ran short first, of what, because of whom: one replication run with and without the
 * disruptions.
 *
 * <p>A node ran short on the first day on which the claims it could not meet exceed those of the
 * undisturbed run by more than a hundredth of its usual daily use. Its cause on that day T:
 *
 * <ol>
 *   <li>a disruption that destroyed its stock by T;
 *   <li>else, if up to T somebody asked for more than undisturbed, and by more than the receipts of
 *       any arc fall short: the customer or product that asked for most more, or the change of
 *       demand where that is the node's own;
 *   <li>else the arc into it whose receipts up to T fall shortest of the undisturbed ones: a
 *       disruption of the arc itself; else, where its firm was overdue before T and is not so
 *       undisturbed, want of cash, and who owed it most on the first such day; else its supplier,
 *       or the input that ran short first, where that ran short by T; else a disruption of the
 *       supplier, or of the node's own orders;
 *   <li>else itself.
 * </ol>
 *
 * Of several disruptions the one that began first counts, then the one listed first; of several
 * arcs or inputs with the same gap or day the one with the lowest row.
 */
final class TransmissionPath {
  private static final double NOTICED = 0.01;
  private static final double NEGLIGIBLE = 1e-9;

  private final Network network;
  private final List<Disruption> disruptions;
  private final List<Reach> reaches = new ArrayList<>();
  private final Trace disturbed;
  private final Trace calm;
  private final int[] firstDay;

  TransmissionPath(Network network, List<Disruption> disruptions, Trace disturbed, Trace calm) {
    this.network = network;
    this.disruptions = disruptions;
    this.disturbed = disturbed;
    this.calm = calm;
    disruptions.forEach(disruption -> reaches.add(new Reach(network, disruption.target())));
    firstDay = new int[network.nodes];
    Arrays.setAll(firstDay, this::firstDay);
  }

  List<Starvation> steps() {
    List<Integer> starved = new ArrayList<>();
    for (int node = 0; node < network.nodes; node++) {
      if (firstDay[node] < Integer.MAX_VALUE) {
        starved.add(node);
      }
    }
    starved.sort(
        Comparator.<Integer>comparingInt(node -> firstDay[node])
            .thenComparingInt(node -> network.rank[node]));
    return starved.stream().map(this::step).toList();
  }

  private int firstDay(int node) {
    double noticed = Math.max(NEGLIGIBLE, NOTICED * network.use[node]);
    double[] missing = disturbed.missing[node];
    for (int day = 0; day < missing.length; day++) {
      if (missing[day] - calm.missing[node][day] > noticed) {
        return day;
      }
    }
    return Integer.MAX_VALUE;
  }

  private Starvation step(int node) {
    int day = firstDay[node];
    return new Starvation(
        network.siteId(node),
        network.productId(node),
        day,
        disturbed.missing[node][day] - calm.missing[node][day],
        cause(node, day));
  }

  private Starvation.Cause cause(int node, int day) {
    int destroyed = hit(day, (disruption, reach) -> destroys(disruption, reach, node));
    if (destroyed >= 0) {
      return new Starvation.Cause.Hit(destroyed);
    }
    int arc = emptiestArc(node, day);
    double gap = arc < 0 ? NEGLIGIBLE * (1 + network.use[node]) : gap(arc, day);
    Starvation.Cause asking = asking(node, day, gap);
    if (asking != null) {
      return asking;
    }
    if (arc < 0) {
      // Nothing came in short and nobody asked for more: what it has cannot leave.
      int held = hit(day, (disruption, reach) -> holdsBack(disruption, reach, node));
      return held >= 0 ? new Starvation.Cause.Hit(held) : new Starvation.Cause.Own();
    }
    return network.isLink(arc) ? linkCause(arc, day) : recipeCause(arc, day);
  }

  private double gap(int arc, int day) {
    return calm.received[arc][day] - disturbed.received[arc][day];
  }

  /** Who asked for most more than undisturbed, if by more than a bound; else null. */
  private Starvation.@Nullable Cause asking(int node, int day, double bound) {
    double most = bound;
    int customer = -1;
    for (int link : network.out[node]) {
      double more = disturbed.placed[link][day] - calm.placed[link][day];
      customer = more > most ? network.head[link] : customer;
      most = Math.max(most, more);
    }
    for (int input : network.uses[node]) {
      int arc = network.inputArc[input];
      double more = disturbed.placed[arc][day] - calm.placed[arc][day];
      customer = more * network.inputPerUnit[input] > most ? network.head[arc] : customer;
      most = Math.max(most, more * network.inputPerUnit[input]);
    }
    for (int demand : network.demandsAt[node]) {
      if (disturbed.demanded[demand][day] - calm.demanded[demand][day] > most) {
        return new Starvation.Cause.Hit(hit(day, (change, reach) -> surges(change, reach, node)));
      }
    }
    return customer < 0
        ? null
        : new Starvation.Cause.Customer(network.siteId(customer), network.productId(customer));
  }

  private int emptiestArc(int node, int day) {
    int emptiest = -1;
    double widest = NEGLIGIBLE * (1 + network.use[node]);
    for (int arc : network.into[node]) {
      if (gap(arc, day) > widest) {
        widest = gap(arc, day);
        emptiest = arc;
      }
    }
    return emptiest;
  }

  private Starvation.Cause linkCause(int link, int day) {
    int own = hit(day, (disruption, reach) -> stopsLink(disruption, reach, link));
    if (own >= 0) {
      return new Starvation.Cause.Hit(own);
    }
    Starvation.Cause cash = cash(link, day);
    if (cash != null) {
      return cash;
    }
    int supplier = network.tail[link];
    if (firstDay[supplier] <= day) {
      return new Starvation.Cause.Supplier(network.arcKey(link), network.siteId(supplier));
    }
    int behind =
        hit(
            day,
            (disruption, reach) ->
                weakens(disruption, reach, supplier)
                    || (disruption instanceof Disruption.OrderPause
                        && reach.orders(network.head[link])));
    return behind >= 0 ? new Starvation.Cause.Hit(behind) : new Starvation.Cause.Own();
  }

  private Starvation.Cause recipeCause(int arc, int day) {
    int own =
        hit(
            day,
            (disruption, reach) ->
                (disruption instanceof Disruption.CapacityLoss
                        || disruption instanceof Disruption.YieldLoss
                        || disruption instanceof Disruption.Absence
                        || disruption instanceof Disruption.Insolvency)
                    && reach.recipe(arc));
    if (own >= 0) {
      return new Starvation.Cause.Hit(own);
    }
    Starvation.Cause cash = cash(arc, day);
    if (cash != null) {
      return cash;
    }
    int first = -1;
    for (int[] group : network.groups[arc]) {
      for (int input : group) {
        int node = network.inputNode[input];
        if (firstDay[node] <= day && (first < 0 || firstDay[node] < firstDay[first])) {
          first = node;
        }
      }
    }
    return first >= 0
        ? new Starvation.Cause.Input(network.arcKey(arc), network.productId(first))
        : new Starvation.Cause.Own();
  }

  /** The firm of the node, if it was stopped for want of cash before, and who owed it most then. */
  private Starvation.@Nullable Cause cash(int arc, int day) {
    if (!Treasury.binds(network, arc)) {
      return null;
    }
    int firm = network.accounts.firmOf[network.head[arc]];
    for (int before = 0; before < day; before++) {
      if (disturbed.overdue[firm][before] > NEGLIGIBLE + calm.overdue[firm][before]) {
        return new Starvation.Cause.Cash(firmId(firm), debtor(firm, before));
      }
    }
    return null;
  }

  private String debtor(int firm, int day) {
    double most = NEGLIGIBLE;
    String debtor = "";
    for (int pair = 0; pair < disturbed.late.length; pair++) {
      double owed = disturbed.late[pair][day] - calm.late[pair][day];
      if (network.accounts.creditor[pair] == firm && owed > most) {
        most = owed;
        debtor = firmId(network.accounts.debtor[pair]);
      }
    }
    return debtor;
  }

  private String firmId(int firm) {
    return network.chain.firms().keys().key(firm);
  }

  private static boolean destroys(Disruption disruption, Reach reach, int node) {
    return disruption instanceof Disruption.StockLoss && reach.node(node);
  }

  private static boolean surges(Disruption disruption, Reach reach, int node) {
    return disruption instanceof Disruption.DemandChange && reach.node(node);
  }

  private static boolean stopsLink(Disruption disruption, Reach reach, int link) {
    return switch (disruption) {
      case Disruption.LinkClosure closure -> reach.link(link);
      case Disruption.Delay delay -> reach.link(link);
      case Disruption.CapacityLoss loss -> reach.isLink(link) || reach.via(link);
      case Disruption.StockLoss loss -> reach.isLink(link);
      case Disruption.DemandChange change -> false;
      case Disruption.InformationDelay delay -> reach.into(link);
      case Disruption.OrderPause pause -> false;
      case Disruption.ShipmentPause pause -> reach.into(link);
      case Disruption.TransitPause pause -> reach.into(link);
      case Disruption.ReceiptPause pause -> reach.into(link);
      case Disruption.ExportControl control -> reach.leaves(link);
      case Disruption.YieldLoss loss -> reach.isLink(link);
      case Disruption.Absence absence -> reach.via(link);
      case Disruption.Insolvency insolvency -> reach.link(link);
      case Disruption.PriceChange change -> false;
      case Disruption.TariffRise rise -> false;
    };
  }

  private boolean weakens(Disruption disruption, Reach reach, int node) {
    return (disruption instanceof Disruption.CapacityLoss
            || disruption instanceof Disruption.Absence
            || disruption instanceof Disruption.Insolvency)
        && (reach.site(node)
            || Arrays.stream(network.into[node])
                .anyMatch(arc -> !network.isLink(arc) && reach.recipe(arc)));
  }

  /** Whether a disruption keeps goods from leaving a node: at its site, or on a link out of it. */
  private boolean holdsBack(Disruption disruption, Reach reach, int node) {
    return weakens(disruption, reach, node)
        || Arrays.stream(network.out[node]).anyMatch(link -> stopsLink(disruption, reach, link));
  }

  private interface Test {
    boolean holds(Disruption disruption, Reach reach);
  }

  /** The first disruption that has begun by a day and passes the test, or -1. */
  private int hit(int day, Test test) {
    int first = -1;
    for (int i = 0; i < disruptions.size(); i++) {
      Disruption disruption = disruptions.get(i);
      double start = disruption.window().firstDay();
      boolean earlier = first < 0 || start < disruptions.get(first).window().firstDay();
      if (start <= day && earlier && test.holds(disruption, reaches.get(i))) {
        first = i;
      }
    }
    return first;
  }
}
