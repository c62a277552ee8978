package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockCommandTest {
  @TempDir private Path folder = Path.of("");

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /**
   * By hand: a day of spread is z sd = 10 units. With stock at a, 1 x 10 x sqrt(4) + 3 x 10 x
   * sqrt(1) = 50; without it, 3 x 10 x sqrt(5) = 67. Units are those of the spread, whatever they
   * cost to hold.
   */
  @Test
  void stockIsToldInUnitsWhereOnlyHoldingCostsAreGiven() throws IOException {
    Path file =
        write(
            "n.json",
            """
            {"stages": [{"name": "a", "time": 4, "holding": 1},
                        {"name": "b", "time": 1, "holding": 3, "mean": 10, "sd": 5, "z": 2,
                         "max_service_time": 0}],
             "arcs": [["a", "b"]]}
            """);
    Path out = folder.resolve("out");
    Session session = Session.run("stock", "gsm", file, "--out", out);
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(Files.readAllLines(out.resolve("stages.csv")))
        .containsExactly(
            "name,service_time_in,service_time,net_replenishment,safety_stock,cost",
            "a,0,0,4,20,20",
            "b,0,0,1,10,30");
  }

  @Test
  void everyFaultOfANetworkIsToldAtOnceInBothLanguages() throws IOException {
    Path file =
        write(
            "n.json",
            """
            {"stages": [{"name": "a", "time": 0.0004, "cost": -1},
                        {"name": "b", "time": 1, "cost": 1, "sd": -5, "max_service_time": -2},
                        {"name": "b", "time": 1}],
             "arcs": [["a", "b"], ["a", "b"], ["a", "c"]]}
            """);
    Session english = Session.run("stock", "gsm", file, "--lang", "en");
    assertThat(english.exit()).isEqualTo(2);
    assertThat(english.err())
        .contains(
            "\"4.0E-4\" is the time of a, finer",
            "\"-1.0\" is the cost of a, which lies from 0 to 1e18",
            "\"-5.0\" is the sd of b",
            "\"-2.0\" is the max_service_time of b",
            "\"b\" is the name of two stages",
            "\"a - b\" is an arc given twice",
            "\"c\" is no stage");
    assertThat(Session.run("stock", "gsm", file, "--lang", "zh").err())
        .contains("比可区分的时间更细", "应在 0 到 1e18 之间", "两个环节共用", "重复给出的连接", "不是环节");
  }

  @Test
  void timesBeyondTheGridAndTextsForNumbersAreFindings() throws IOException {
    Path longest =
        write("l.json", "{\"stages\": [{\"name\": \"a\", \"time\": 99999999999, \"sd\": 1}]}");
    Session session = Session.run("stock", "gsm", longest);
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("steps of its finest time from end to end");
    Path text =
        write("t.json", "{\"stages\": [{\"name\": \"a\", \"time\": \"three\", \"cost\": -1}]}");
    assertThat(Session.run("stock", "gsm", text).err())
        .contains("\"three\" is the time of a, and no number", "is the cost of a");
  }
}
