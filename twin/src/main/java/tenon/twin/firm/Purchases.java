package tenon.twin.firm;

import java.util.Arrays;

/**
 * Purchases by customer, cut into slots. Slots of a customer: the essential sectors in ascending
 * order, then the non-essential purchases, then those that are not needed.
 */
final class Purchases {
  /** First slot of each firm; one more entry than firms. */
  final int[] firmSlot;

  /** First purchase of each slot; one more entry than slots. */
  final int[] slotStart;

  /** Customer whose slot it is. */
  final int[] slotFirm;

  /** Class of the slot: 2, 1, 0. */
  final byte[] slotClass;

  /**
   * What the loss in a slot is measured against: its own sum where essential, all purchases where
   * not, infinity where not needed.
   */
  final double[] slotBase;

  final int[] supplier;
  final double[] amount;

  /** All purchases of a firm. */
  final double[] input;

  private Purchases(
      int[] firmSlot,
      int[] slotStart,
      int[] slotFirm,
      byte[] slotClass,
      double[] slotBase,
      int[] supplier,
      double[] amount,
      double[] input) {
    this.firmSlot = firmSlot;
    this.slotStart = slotStart;
    this.slotFirm = slotFirm;
    this.slotClass = slotClass;
    this.slotBase = slotBase;
    this.supplier = supplier;
    this.amount = amount;
    this.input = input;
  }

  /** First purchase of a firm. */
  int start(int firm) {
    return slotStart[firmSlot[firm]];
  }

  static Purchases of(FirmNetwork network, int[] from, int[] to, double[] amounts) {
    return new Assembly(network, from, to, amounts).purchases();
  }

  /** Sorts links by customer, slot and supplier, and merges those of the same pair. */
  private static final class Assembly {
    private final FirmNetwork network;
    private final int[] from;
    private final double[] amounts;
    private final int[] start;
    private final int[] links;
    private final int[] firmSlot;
    private int[] slotStart;
    private final int[] supplier;
    private final double[] amount;
    private final double[] input;
    private int slots;
    private int purchases;

    Assembly(FirmNetwork network, int[] from, int[] to, double[] amounts) {
      this.network = network;
      this.from = from;
      this.amounts = amounts;
      int firms = network.firms();
      // Members of a sector follow each other in this rank, so that links sorted by it come in
      // the order of supplying sectors.
      int[] rank = new int[firms];
      for (int at = 0; at < firms; at++) {
        rank[network.member[at]] = at;
      }
      int[] bySupplier = new int[from.length];
      for (int link = 0; link < from.length; link++) {
        bySupplier[link] = rank[from[link]];
      }
      int[] order = Sorting.sorted(bySupplier, Sorting.starts(bySupplier, firms));
      start = Sorting.starts(to, firms);
      links = Sorting.sorted(to, start, order);
      firmSlot = new int[firms + 1];
      slotStart = new int[16];
      supplier = new int[from.length];
      amount = new double[from.length];
      input = new double[firms];
    }

    Purchases purchases() {
      int firms = network.firms();
      for (int firm = 0; firm < firms; firm++) {
        firmSlot[firm] = slots;
        for (int needed = FirmNetwork.ESSENTIAL; needed >= FirmNetwork.NOT_NEEDED; needed--) {
          add(firm, needed);
        }
      }
      firmSlot[firms] = slots;
      slotStart = Arrays.copyOf(slotStart, slots + 1);
      slotStart[slots] = purchases;
      return finish(new int[slots], new byte[slots], new double[slots]);
    }

    /** Adds the purchases of one class. */
    private void add(int firm, int needed) {
      int open = -1;
      for (int at = start[firm]; at < start[firm + 1]; at++) {
        int link = links[at];
        int sector = network.sector(from[link]);
        if (amounts[link] == 0 || network.essential(sector, network.sector(firm)) != needed) {
          continue;
        }
        int key = needed == FirmNetwork.ESSENTIAL ? sector : 0;
        if (key != open) {
          open = key;
          openSlot();
        }
        boolean merged = purchases > slotStart[slots - 1] && supplier[purchases - 1] == from[link];
        if (!merged) {
          supplier[purchases] = from[link];
          purchases++;
        }
        amount[purchases - 1] += amounts[link];
      }
    }

    private void openSlot() {
      if (slots == slotStart.length) {
        slotStart = Arrays.copyOf(slotStart, slots + slots / 2);
      }
      slotStart[slots++] = purchases;
    }

    private Purchases finish(int[] slotFirm, byte[] slotClass, double[] slotBase) {
      for (int firm = 0; firm < network.firms(); firm++) {
        for (int slot = firmSlot[firm]; slot < firmSlot[firm + 1]; slot++) {
          slotFirm[slot] = firm;
          int sector = network.sector(supplier[slotStart[slot]]);
          slotClass[slot] = (byte) network.essential(sector, network.sector(firm));
          for (int at = slotStart[slot]; at < slotStart[slot + 1]; at++) {
            slotBase[slot] += amount[at];
          }
          input[firm] += slotBase[slot];
        }
      }
      for (int slot = 0; slot < slots; slot++) {
        slotBase[slot] =
            switch (slotClass[slot]) {
              case FirmNetwork.ESSENTIAL -> slotBase[slot];
              case FirmNetwork.NON_ESSENTIAL -> input[slotFirm[slot]];
              default -> Double.POSITIVE_INFINITY;
            };
      }
      return new Purchases(
          firmSlot,
          slotStart,
          slotFirm,
          slotClass,
          slotBase,
          Arrays.copyOf(supplier, purchases),
          Arrays.copyOf(amount, purchases),
          input);
    }
  }
}
