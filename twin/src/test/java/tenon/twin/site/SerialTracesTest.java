package tenon.twin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.LinkClosure;
import tenon.model.Disruption.OrderPause;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;

/** Single numbers of stockpyl 1.0.2 for the same system; its whole traces stand in conformance. */
class SerialTracesTest {
  private static final Window FIRST = new Window(new Days(20), new Days(10));
  private static final Window SECOND = new Window(new Days(60), new Days(4));

  @Test
  void undisturbedCostIsThatOfStockpyl() {
    assertThat(SerialSystem.cost(SerialSystem.run(List.of()))).isCloseTo(15982.0, within(1e-9));
  }

  @Test
  void costWithPausedOrdersIsThatOfStockpyl() {
    Target stage = new Target(Target.Kind.SITE, "2");
    assertThat(
            SerialSystem.cost(
                SerialSystem.run(
                    List.of(new OrderPause(stage, FIRST), new OrderPause(stage, SECOND)))))
        .isCloseTo(43970.0, within(1e-9));
  }

  @Test
  void costWithPausedShipmentsIsThatOfStockpyl() {
    Target link = new Target(Target.Kind.LINK, "3>2:goods");
    List<Disruption> paused = List.of(new LinkClosure(link, FIRST), new LinkClosure(link, SECOND));
    assertThat(SerialSystem.cost(SerialSystem.run(paused))).isCloseTo(36755.88, within(1e-9));
  }

  /** Our own recomputation by stockpyl's rules, which meets its other traces to the last bit. */
  @Test
  void costWithPausedTransitAndReceipts() {
    Target stage = new Target(Target.Kind.SITE, "2");
    List<Disruption> transit =
        List.of(
            new Disruption.TransitPause(stage, FIRST), new Disruption.TransitPause(stage, SECOND));
    List<Disruption> receipts =
        List.of(
            new Disruption.ReceiptPause(stage, FIRST), new Disruption.ReceiptPause(stage, SECOND));
    assertThat(SerialSystem.cost(SerialSystem.run(transit))).isCloseTo(36755.88, within(1e-9));
    assertThat(SerialSystem.cost(SerialSystem.run(receipts))).isCloseTo(34313.32, within(1e-9));
  }

  @Test
  void firstDayByHand() {
    // Stage 1 holds 22, sells 13, orders 13; stage 2 holds 12 and ships 12; stage 3 holds 25, ships
    // 13.
    assertThat(SerialSystem.run(List.of()).getFirst())
        .containsExactly(
            new SerialSystem.Stage(9, 13, 13, 0, 13, 63),
            new SerialSystem.Stage(-1, 13, 13, 0, 12, 48),
            new SerialSystem.Stage(12, 13, 13, 0, 13, 50));
  }
}
