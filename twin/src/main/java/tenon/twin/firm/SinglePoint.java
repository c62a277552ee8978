package tenon.twin.firm;

import java.util.ArrayList;
import java.util.List;

/**
 * A firm that gets all it buys from an essential sector from one supplier: without replacement it
 * stops as soon as that supplier does.
 *
 * @param customer the firm that depends
 * @param sector the essential sector
 * @param supplier the only supplier from that sector
 * @param amount value bought, money
 */
public record SinglePoint(int customer, int sector, int supplier, double amount) {

  /** All single points of failure, by customer, then sector. Linear in the links. */
  public static List<SinglePoint> of(FirmNetwork network) {
    Purchases in = network.purchases;
    List<SinglePoint> points = new ArrayList<>();
    for (int slot = 0; slot < in.slotFirm.length; slot++) {
      int only = in.slotStart[slot];
      boolean alone = in.slotStart[slot + 1] - only == 1 && in.supplier[only] != in.slotFirm[slot];
      if (in.slotClass[slot] == FirmNetwork.ESSENTIAL && alone) {
        int supplier = in.supplier[only];
        points.add(
            new SinglePoint(
                in.slotFirm[slot], network.sector(supplier), supplier, in.amount[only]));
      }
    }
    return List.copyOf(points);
  }
}
