package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Disruption.Target;
import tenon.model.Hazard;
import tenon.model.Loaded;
import tenon.model.Scenario;

class EventListTest {
  private static final String STORMS =
      """
      name: storms
      horizon_days: 365
      hazards:
        - {name: storm, process: poisson, events: events.csv, from: 2020-01-01,
           to: 2021-12-30, hit_probability: 0.5, kind: capacity_loss, region: Anhui, lost: 1}
      """;

  @TempDir Path directory = Path.of("");

  private Loaded<Scenario> read(String from, String events) throws IOException {
    Files.writeString(directory.resolve("events.csv"), events);
    Path file = directory.resolve("storms.yaml");
    Files.writeString(file, STORMS.replace("2020-01-01", from));
    return ScenarioReader.read(file, ScenarioReaderTest.chain());
  }

  private List<String> storms(Locale locale, String from, String events) throws IOException {
    return read(from, events).findings().stream().map(finding -> finding.text(locale)).toList();
  }

  @Test
  void ratesAndLengthsAreThoseOfTheEvents() throws IOException {
    Loaded<Scenario> loaded =
        read("2020-01-01", "date,duration_days\n2019-12-31,9\n2020-03-01,2\n2021-07-01,4\n");
    assertThat(loaded.findings()).isEmpty();
    Hazard storm = ((Loaded.Ready<Scenario>) loaded).value().hazards().getFirst();
    // 730 days are two years of 365; the event of 2019 lies before them.
    assertThat(storm.process())
        .isEqualTo(new Hazard.Poisson(1, new Hazard.Observed(List.of(2.0, 4.0))));
    assertThat(storm.marks().getFirst().target()).isEqualTo(new Target(Target.Kind.SITE, "FAB-01"));
  }

  @Test
  void everyFaultOfAListOfEventsIsToldAtOnceWhereItStands() throws IOException {
    String events =
        """
        date,duration_days,where
        2020-03-01,2,"two
        lines"

        3 May 2020,0,
        2020/6/7,two weeks,
        2020-02-30,inf,
        ,,
        2020-08-01,07,
        """;
    String days = "Write days above 0, such as 2.5, or drop the row.";
    assertThat(storms(Locale.ENGLISH, "01.02.2020", events))
        .containsExactly(
            "storms.yaml:4 [hazards[1].from] \"01.02.2020\" is no date. Write it as 2024-05-31.",
            "events.csv:5 [date] \"3 May 2020\" is no date. Write year, month and day as in"
                + " 2026-11-21.",
            "events.csv:6 [date] \"2020/6/7\" is not written as a date is here. Write 2020-06-07",
            "events.csv:7 [date] \"2020-02-30\" is no day of the calendar. Write year, month and"
                + " day as in 2026-11-21.",
            "events.csv:8 [date] \"\" is no date. Write year, month and day as in 2026-11-21.",
            "events.csv:5 [duration_days] \"0\" is no length of an event. " + days,
            "events.csv:6 [duration_days] \"two weeks\" is no length of an event. " + days,
            "events.csv:7 [duration_days] \"inf\" is no length of an event. " + days,
            "events.csv:8 [duration_days] \"\" is no length of an event. " + days);
    assertThat(storms(Locale.SIMPLIFIED_CHINESE, "2020-01-01", events))
        .hasSize(8)
        .contains(
            "events.csv:5 [date] \"3 May 2020\" 不是日期。 请按年-月-日书写，例如 2026-11-21。",
            "events.csv:6 [duration_days] \"two weeks\" 不是事件持续的天数。 请填写大于 0 的天数，例如 2.5，或删除该行。");
  }

  @Test
  void columnsThatAListOfEventsLacksAreToldWithTheFaultsOfTheOthers() throws IOException {
    assertThat(storms(Locale.ENGLISH, "2020-01-01", "day,durations\n2020-03-01,-2\n"))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("events.csv:1 \"date\""),
            second ->
                assertThat(second)
                    .startsWith("events.csv:1 \"duration_days\"")
                    .contains("durations"));
    assertThat(storms(Locale.ENGLISH, "2020-01-01", "day,duration_days\n2020-03-01,-2\n"))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("events.csv:1 \"date\""),
            second -> assertThat(second).startsWith("events.csv:2 [duration_days] \"-2\""));
  }
}
