package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code economy agglomeration}, {@code economy belts} and {@code economy trend}. */
class SpaceCommandTest {
  private static final Path PACKAGE = Path.of("../examples/yangtze-ic");

  @TempDir private Path folder = Path.of("");

  /** The two regions of the hand calculation in AgglomerationTest: gamma .065 / .3, Gini .35. */
  @Test
  void agglomerationOfATableOfPlants() throws IOException {
    write(
        "p.csv",
        """
        site,region,sector,employees,year
        1,north,steel,20,2020
        2,north,steel,10,2020
        3,south,steel,10,2020
        4,north,ships,10,2020
        5,south,ships,50,2020
        6,south,ships,,2020
        7,north,ships,5,2021
        """);
    Session session =
        Session.run("economy", "agglomeration", file("p.csv"), "--out", file("o"), "--lang", "en");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.err()).contains("1 rows without a region, a sector or a size");
    assertThat(Files.readAllLines(file("o/agglomeration.csv")).get(2))
        .startsWith("2020,steel,40,2,3,north,0.75,0.625,0.35")
        .contains(",0.25,0.244999", ",0.375,0.21666666666666");
    assertThat(Files.readString(file("o/specialisation.csv"))).contains("2021,north,5,1,1,");
    assertThat(Files.readString(file("o/location_quotients.csv")))
        .contains("2020,north,steel,30,0.75,1.87");
  }

  @Test
  void everyFaultOfPlantsIsToldAtOnce() throws IOException {
    write("p.csv", "region,sector,employees\na,b,-1\nc,d,-2\n");
    Session session = Session.run("economy", "agglomeration", file("p.csv"), "--lang", "zh");
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("p.csv:2 [employees]", "p.csv:3 [employees]", "小于 0");
    write("q.csv", "area,branch,people\na,b,1\n");
    session = Session.run("economy", "agglomeration", file("q.csv"));
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("\"region\"", "\"sector\"", "\"employees\"");
    session = Session.run("economy", "agglomeration", PACKAGE, "--value", "mood");
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("[--value] \"mood\"");
  }

  @Test
  void aBeltAndAClusterAreDrawnAndNamed() throws IOException {
    write(
        "m.csv",
        """
        name,latitude,longitude,value
        West,30,110,10
        Middle,30,110.5,30
        East,30,111,10
        Knot,36,117,25
        Knot suburb,36.1,117,20
        Alone,25,100,1
        """);
    Session session =
        Session.run("economy", "belts", file("m.csv"), "--out", file("o"), "--lang", "en");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out())
        .contains("1 belts and 1 clusters", "Belt 1: Middle", "Cluster 1: Knot");
    assertThat(Files.readAllLines(file("o/places.csv")))
        .containsExactly(
            "place,latitude,longitude,amount,number",
            "West,30,110,10,1",
            "Middle,30,110.5,30,1",
            "East,30,111,10,1",
            "Knot,36,117,25,2",
            "Knot suburb,36.1,117,20,2",
            "Alone,25,100,1,");
    String page = Files.readString(file("o/report.html"));
    assertThat(page).contains("Belt 1: Middle", "stroke-dasharray", "<polygon");
  }

  @Test
  void placesThatCannotBeAreRefused() throws IOException {
    write("m.csv", "name,lat,lon,value\na,95,10,1\nb,10,190,1\nc,10,10,-1\n");
    Session session = Session.run("economy", "belts", file("m.csv"));
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err())
        .contains("m.csv:2 [latitude] \"95.0\"", "m.csv:3 [longitude]", "m.csv:4 [value] \"-1.0\"");
    assertThat(Session.run("economy", "belts", file("m.csv"), "--radius", "0").exit()).isEqualTo(2);
  }

  @Test
  void anIndicatorOfRegionsIsAMapToo() {
    Session session = Session.run("economy", "belts", PACKAGE, "--value", "D111", "--lang", "en");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out()).contains("Yangtze River Delta");
  }

  /** b buys half of its output from a in 2019 and a fifth in 2020: L is 1 + A here. */
  @Test
  void linkagesByYear() throws IOException {
    write("t_2019.json", "{\"sectors\":[\"a\",\"b\"],\"Z\":[[0,50],[0,0]],\"x\":[80,100]}");
    write("t_2020.json", "{\"sectors\":[\"a\",\"b\"],\"Z\":[[0,20],[0,0]],\"x\":[80,100]}");
    Session session =
        Session.run(
            "economy",
            "trend",
            file("t_2020.json"),
            file("t_2019.json"),
            "--layout",
            "json",
            "--out",
            file("o"),
            "--unbalanced");
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(Files.readString(file("o/linkages_by_year.csv")))
        .contains("2019,,b,100,0.5,0,1.5,1,1.2,", "2020,,b,100,0.2,0,1.2,1,1.09");
    assertThat(Files.readString(file("o/changes.csv"))).contains(",b,2019,2020,1.2,1.09");
  }

  @Test
  void yearsThatAreMissingOrTwiceAreTold() throws IOException {
    write("t.json", "{}");
    write("a_2019.json", "{}");
    write("b_2019.json", "{}");
    Session session =
        Session.run(
            "economy",
            "trend",
            file("t.json"),
            file("a_2019.json"),
            file("b_2019.json"),
            "--layout",
            "json");
    assertThat(session.exit()).isEqualTo(2);
    assertThat(session.err()).contains("t.json has no year in its name", "b_2019.json \"2019\"");
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(file(name), text);
  }
}
