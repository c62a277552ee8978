package tenon.twin.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.LinkClosure;
import tenon.model.Disruption.OrderPause;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.twin.site.SerialSystem;

/** Every number of stockpyl's traces of a serial system, where they lie beside the checkout. */
class SerialTracesConformanceTest {
  private static final Window FIRST = new Window(new Days(20), new Days(10));
  private static final Window SECOND = new Window(new Days(60), new Days(4));

  @Test
  void undisturbed() throws IOException {
    compare("serial3_nodisrupt.csv", List.of());
  }

  @Test
  void pausedOrders() throws IOException {
    Target stage = new Target(Target.Kind.SITE, "2");
    compare(
        "serial3_disrupt_OP.csv",
        List.of(new OrderPause(stage, FIRST), new OrderPause(stage, SECOND)));
  }

  @Test
  void pausedShipments() throws IOException {
    Target link = new Target(Target.Kind.LINK, "3>2:goods");
    compare(
        "serial3_disrupt_SP.csv",
        List.of(new LinkClosure(link, FIRST), new LinkClosure(link, SECOND)));
  }

  private static void compare(String name, List<Disruption> disruptions) throws IOException {
    Path file = root().resolve("../shared/oracle/twin/inventory").resolve(name);
    if (!Files.exists(file)) {
      System.out.println("skipped: " + name + " is not there");
    }
    assumeTrue(Files.exists(file), name + " is not there");
    List<List<SerialSystem.Stage>> days = SerialSystem.run(disruptions);
    List<String> differences = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    String[] header = lines.getFirst().split(",", -1);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      int period = Integer.parseInt(cells[0]);
      SerialSystem.Stage stage = days.get(period).get(Integer.parseInt(cells[1]) - 1);
      double[] ours = {
        stage.level(),
        stage.asked(),
        stage.ordered(),
        stage.received(),
        stage.shipped(),
        stage.cost()
      };
      String[] theirs = {"IL", "IO_total", "OQ_total", "IS_total", "OS_total", "total_cost"};
      for (int i = 0; i < ours.length; i++) {
        double expected = Double.parseDouble(cells[List.of(header).indexOf(theirs[i])]);
        if (Math.abs(ours[i] - expected) > 1e-9) {
          differences.add(
              cells[0] + "/" + cells[1] + " " + theirs[i] + " " + expected + " " + ours[i]);
        }
      }
    }
    assertThat(days).hasSize(100);
    assertThat(differences).isEmpty();
    assertThat((double) lines.size()).isCloseTo(301, within(0.0));
  }

  private static Path root() {
    Path path = Path.of("").toAbsolutePath();
    while (path.getParent() != null && !Files.exists(path.resolve(".ci"))) {
      path = path.getParent();
    }
    return path;
  }
}
