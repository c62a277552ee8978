package tenon.twin.site;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.model.Scenario;

/**
 * Every node on every day in every replication, one row after the other, run as it is asked for: no
 * more is kept than the state of one block of replications. A row's place: blocks of at most 128
 * replications (16 where money is reckoned); in a block days from 0; in a day nodes by site and
 * product; in a node replications. Nodes that do no more than pass on what an unlimited source
 * sends have no rows. For one thread.
 */
public final class NodeDays {
  private final Runs runs;
  private final HazardDraws hazards;
  private final int[] nodes;
  private final int replications;
  private final Watch watch = new Watch();
  private final Map<Amount, double[]> amounts = new EnumMap<>(Amount.class);
  private @Nullable Engine engine;
  private int first;
  private int lanes;
  private int day;
  private int place;
  private int lane;
  private long done;

  NodeDays(Runs runs, Scenario scenario) {
    if (runs.spec.response() instanceof Steering) {
      throw new IllegalArgumentException("plans made on the way run one replication at a time");
    }
    this.runs = runs;
    hazards = new HazardDraws(scenario, runs.spec.seed(), runs.days);
    nodes = DayBook.nodes(runs.network);
    replications = runs.spec.replications();
  }

  /** Amounts of a row, units. */
  public enum Amount {
    /** On hand at the end of the day; infinite at an unlimited source. */
    ON_HAND,
    /** On hand less what is owed to customers, demand that waits, and what recipes have to take. */
    LEVEL,
    /** Ordered on the day. */
    ORDERED,
    /** Received on the day. */
    RECEIVED,
    /** What left on the day: shipped, taken by recipes, handed to demand. */
    SHIPPED,
    /** Demand of the day, without what had waited. */
    DEMANDED,
    /** Of what left, handed to demand, of the day or waiting. */
    SERVED
  }

  /** Rows in all. */
  public long count() {
    return (long) nodes.length * runs.days * replications;
  }

  /** Rows so far, the one that stands here among them. */
  public long done() {
    return done;
  }

  /** Moves to the next row, at the start to the first; false where there is none. */
  public boolean next() {
    if (done == count()) {
      return false;
    }
    done++;
    if (engine != null && lane < lanes - 1) {
      lane++;
      return true;
    }
    lane = 0;
    if (engine != null && place < nodes.length - 1) {
      place++;
    } else {
      place = 0;
      advance();
    }
    read(nodes[place]);
    return true;
  }

  private void advance() {
    Engine running = engine;
    if (running == null || day == runs.days - 1) {
      first += lanes;
      lanes = Math.min(runs.block(), replications - first);
      Course course = runs.course(hazards, runs.spec.response(), first, lanes);
      Ledger unread = new Ledger(runs.network.demands(), 0, first, lanes);
      running = runs.engine(course, unread, IntStream.range(first, first + lanes).toArray(), watch);
      engine = running;
      for (Amount amount : Amount.values()) {
        amounts.put(amount, new double[lanes]);
      }
      running.warmUp();
      day = -1;
    }
    day++;
    running.day(day);
  }

  private void read(int node) {
    amounts.values().forEach(amount -> Arrays.fill(amount, 0));
    Network network = runs.network;
    Block block = Objects.requireNonNull(watch.block);
    Flows flows = Objects.requireNonNull(watch.flows);
    Regime regime = Objects.requireNonNull(watch.regime);
    double[] level = of(Amount.LEVEL);
    double[] shipped = of(Amount.SHIPPED);
    Lanes.copy(of(Amount.ON_HAND), block.onHand[node]);
    Lanes.copy(level, block.onHand[node]);
    Lanes.copy(of(Amount.ORDERED), flows.ordered[node]);
    for (int arc : network.into[node]) {
      Lanes.add(of(Amount.RECEIVED), flows.received[arc]);
    }
    for (int link : network.out[node]) {
      Lanes.subtract(level, block.owed[link]);
      Lanes.add(shipped, flows.sent[link]);
    }
    for (int demand : network.demandsAt[node]) {
      Lanes.subtract(level, block.waiting[demand]);
      Lanes.add(shipped, flows.served[demand]);
      Lanes.add(of(Amount.DEMANDED), flows.demanded[demand]);
      Lanes.add(of(Amount.SERVED), flows.served[demand]);
    }
    for (int input : network.uses[node]) {
      double[] owed = block.owed[network.inputArc[input]];
      double[] need = regime.by(Term.NEED, input);
      if (need != null) {
        Lanes.subtractScaled(level, owed, need, network.inputPerUnit[input]);
      } else {
        Lanes.subtractScaled(level, owed, regime.need[input] * network.inputPerUnit[input]);
      }
      Lanes.add(shipped, flows.consumed[input]);
    }
  }

  /** Number of the replication, from 0. */
  public int replication() {
    return first + lane;
  }

  /** Day, from 0. */
  public int day() {
    return day;
  }

  public String siteId() {
    return runs.network.siteId(nodes[place]);
  }

  public String productId() {
    return runs.network.productId(nodes[place]);
  }

  public double units(Amount amount) {
    return of(amount)[lane];
  }

  private double[] of(Amount amount) {
    return Objects.requireNonNull(amounts.get(amount));
  }

  /** Sees the end of a day; what it saw is good until the next day begins. */
  private static final class Watch implements Observer {
    private @Nullable Block block;
    private @Nullable Flows flows;
    private @Nullable Regime regime;

    @Override
    public void before(int day, Block block) {}

    @Override
    public void after(int day, Block seen, Flows moved, Regime rules) {
      block = seen;
      flows = moved;
      regime = rules;
    }
  }
}
