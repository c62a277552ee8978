package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Urgent orders of p in the three tiers, by hand: A has 10 a day to spare, B 5; nobody is far, and
 * nothing costs anything.
 */
class CallCommandTest {
  private static final Path THREE_TIER = Path.of("..", "examples", "three-tier");

  @TempDir private Path folder = Path.of("");

  private Session call(Object... more) {
    Object[] all = new Object[more.length + 4];
    all[0] = "call";
    all[1] = THREE_TIER;
    all[2] = "--product";
    all[3] = "p";
    System.arraycopy(more, 0, all, 4, more.length);
    return Session.run(all);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private List<String> offers() throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve("offers.csv"));
  }

  /** 150 at 15 a day are there on day 10; A alone takes 15 days. */
  @Test
  void splittingIsSoonerThanGivingToOne() {
    Session split = call("--quantity", 150, "--due", 20);
    assertThat(split.exit()).as(split.err()).isZero();
    assertThat(split.out())
        .contains("the last on day 10: A 100, B 50")
        .contains("Given to one alone: 150 units from A, the last on day 15.");
    Session one = call("--quantity", 150, "--due", 20, "--mode", "competition");
    assertThat(one.out()).contains("the last on day 15: A 150").contains("Split over 2");
    // In 12 days nobody can make 150 alone.
    assertThat(call("--quantity", 150, "--due", 12, "--mode", "competition").exit()).isOne();
    assertThat(call("--quantity", 150, "--due", 12).exit()).isZero();
  }

  /** A flexible line of 20 a day that changes over for 6 days can make 20 (20 - 6) by day 20. */
  @Test
  void aFlexibleLineOffersNothingWhileItChangesOver() throws IOException {
    Path lines =
        file(
            "lines.csv",
            """
            site_id,kind,capacity_per_day,changeover_days,cost_per_unit
            C,flexible,20,6,3
            Y,additive,5,,9
            """);
    Path out = folder.resolve("out");
    Session session =
        call("--quantity", 680, "--due", 20, "--to", "X", "--lines", lines, "--out", out);
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(offers())
        .anyMatch(line -> line.startsWith("C,flexible,by data,280,280,6,20,0,20,3,"))
        .anyMatch(line -> line.startsWith("Y,additive,by data,100,100,0,5,0,20,9,"));
    assertThat(session.out()).contains("2 offers have no link to X");
    assertThat(out.resolve("report.html")).exists();
    // Due within the changeover it offers nothing.
    call("--quantity", 90, "--due", 6, "--to", "X", "--lines", lines, "--out", out);
    assertThat(offers()).anyMatch(line -> line.startsWith("C,flexible,by data,0,0,6,"));
  }

  /** What was answered counts, is kept, and feeds the library. */
  @Test
  void answersAreKeptAndFeedTheLibrary() throws IOException {
    Path book = folder.resolve("calls.jsonl");
    Path lines =
        file("lines.csv", "site_id,kind,capacity_per_day,changeover_days\nC,flexible,12,4\n");
    Path answers =
        file(
            "answers.csv",
            """
            site_id,answer,quantity,days,cost_per_unit
            A,no,,,
            B,yes,60,8,2.5
            C,yes,,,4
            """);
    Path out = folder.resolve("out");
    Session asked =
        call(
            "--quantity",
            100,
            "--due",
            10,
            "--lines",
            lines,
            "--answers",
            answers,
            "--book",
            book,
            "--date",
            "2026-03-01",
            "--out",
            out);
    assertThat(asked.exit()).as(asked.err()).isZero();
    // B said 60 on day 8; C makes 12 (10 - 4) = 72 by day 10.
    assertThat(offers())
        .anyMatch(line -> line.startsWith("A,own,no,0,0,"))
        .anyMatch(line -> line.startsWith("B,own,yes,60,"))
        .anyMatch(line -> line.startsWith("C,flexible,yes,72,"));
    assertThat(Files.readAllLines(book)).hasSize(1);
    Session library =
        Session.run("standby", THREE_TIER, "--product", "p", "--book", book, "--out", out);
    assertThat(library.exit()).as(library.err()).isZero();
    List<String> rows = Files.readAllLines(out.resolve("standby.csv"));
    assertThat(rows)
        .anyMatch(row -> row.startsWith("p,B,20,20,C,p,false,true,12,0.6,4,"))
        .anyMatch(row -> row.startsWith("p,B,20,20,A,") && row.contains(",no,region,"))
        .anyMatch(row -> row.startsWith("p,A,30,17,B,") && row.contains("call 1 of 2026-03-01"));
    Files.writeString(book, "{\"asked\":\n", java.nio.file.StandardOpenOption.APPEND);
    Session broken = Session.run("standby", THREE_TIER, "--book", book);
    assertThat(broken.exit()).isEqualTo(2);
    assertThat(broken.err()).contains("calls.jsonl:2");
  }

  @Test
  void everyFaultOfLinesAndAnswersIsToldAtOnce() throws IOException {
    Path lines =
        file(
            "lines.csv",
            """
            site_id,kind,capacity_per_day,changeover_days,cost_per_unit
            Z,flexible,20,6,3
            C,bendy,-1,-2,-3
            C,flexible,,1,1
            """);
    Path answers =
        file(
            "answers.csv",
            """
            site_id,answer,line,quantity,days
            A,maybe,,-4,-5
            X,yes,,1,1
            B,yes,own,1,1
            B,no,own,1,1
            B,no,oven,1,1
            """);
    Session session =
        call(
            "--quantity",
            1,
            "--due",
            5,
            "--to",
            "Nowhere",
            "--priorities",
            "1,2",
            "--lines",
            lines,
            "--answers",
            answers,
            "--book",
            folder.resolve("no").resolve("book"));
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err())
        .contains("lines.csv:2 \"Z\"", "lines.csv:3 \"bendy\"", "lines.csv:3 \"-1\"")
        .contains("lines.csv:3 \"-2\"", "lines.csv:3 \"-3\"", "lines.csv:4")
        .contains("answers.csv:2 \"maybe\"", "answers.csv:2 \"-4\"", "answers.csv:2 \"-5\"")
        .contains("answers.csv:3 \"X\"", "answers.csv:5 \"B\"", "answers.csv:6 \"oven\"")
        .contains("Nowhere", "1,2", "book");
  }

  @Test
  void anOrderOfNothingIsRefusedAndOneTooLargeIsShort() {
    assertThat(call("--quantity", 0, "--due", 5).exit()).isEqualTo(2);
    assertThat(call("--quantity", -3, "--due", 5).exit()).isEqualTo(2);
    Session huge = call("--quantity", "1e12", "--due", 5);
    assertThat(huge.exit()).isOne();
    assertThat(huge.out()).contains("Only 75 of");
    Session late = call("--quantity", 5, "--due", 0);
    assertThat(late.exit()).isOne();
    assertThat(late.out()).contains("Nobody can deliver any of the 5 units in time");
  }
}
