package tenon.packages.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.PackageInfo;
import tenon.packages.PackageWriter;

class PlaceLookupTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void blanksAreFilledFromEveryKindOfReference() throws IOException {
    Path ports = write("ports.json", "{\"CNSHA\":{\"name\":\"S\",\"coordinates\":[121.5,31.2]}}");
    Path index =
        write("index.csv", "Main Port Name,UN/LOCODE,Latitude,Longitude\nR,NL RTM,51.9,4.5\n");
    Path locode =
        write("code.csv", ",\"US\",\"LAX\",\"L\",\"L\",,\"AI\",\"1\",\"0\",,\"3344S 11816W\",\n");
    Path iso = write("iso.json", "{\"3166-2\":[{\"code\":\"CN-SH\",\"name\":\"Shanghai\"}]}");
    Path areas = write("areas.json", "{\"86\":{\"310000\":\"上海市\"}}");
    Loaded<DataPackage> loaded =
        PlaceLookup.read(
            data("CNSHA", "NLRTM", "USLAX", "CNSHB"),
            List.of(ports, index, locode, iso, areas),
            Progress.NONE);
    if (!(loaded instanceof Loaded.Ready<DataPackage>(var data, var warnings))) {
      throw new AssertionError(loaded.findings());
    }
    Chain chain = data.chain();
    assertThat(chain.sites().longitude(0)).isEqualTo(121.5);
    assertThat(chain.sites().latitude(1)).isEqualTo(51.9);
    assertThat(chain.sites().latitude(2)).isCloseTo(-(33 + 44 / 60.0), within(1e-12));
    assertThat(chain.sites().longitude(2)).isCloseTo(-(118 + 16 / 60.0), within(1e-12));
    assertThat(chain.regions().name(0)).isEqualTo("Shanghai");
    assertThat(chain.regions().nameZh(0)).isEqualTo("上海市");
    assertThat(warnings).extracting(Finding::code).contains("place-unknown");
    assertThat(data.info().assumptions().getLast()).contains("3 sites and 2 names");
  }

  @Test
  void aReferenceWithoutPlacesIsRefused() throws IOException {
    Path nothing = write("x.json", "{\"a\": 1}");
    Loaded<DataPackage> loaded = PlaceLookup.read(data("CNSHA"), List.of(nothing), Progress.NONE);
    assertThat(loaded.findings()).extracting(Finding::code).contains("place-no-reference");
    assertThat(loaded).isInstanceOf(Loaded.Rejected.class);
  }

  /**
   * Lines in the layout of the list as UNECE publishes it: no header, a line for each country, a
   * change in the first column, Latin letters in one byte, coordinates or none. Degrees and minutes
   * by hand: 4230N is 42 + 30/60, 00131E is 1 + 31/60.
   */
  @Test
  void unLocodeIsReadAsItIsDownloaded() throws IOException {
    String list =
        """
        ,"AD",,".ANDORRA",,,,,,,,
        ,"AD","ALV","Andorra la Vella","Andorra la Vella",,"AI","34-6----","0601",,"4230N 00131E",""
        "+","CN","SHA","Shanghai Pt","Shanghai Pt","SH","AA","1-------","2401","SHA","3114N 12129E",
        "|","BR","SSZ","Santos, São Paulo","Santos, Sao Paulo","SP","AI","1--4----","0501",,\
        "2357S 04619W","Amd"
        "=","CL",,"Viña = Vina",,,,,,,,
        ,"AD","CAN","Canillo","Canillo",,"RL","--3-----","0307",,,
        """;
    Path file = folder.resolve("2024-1 UNLOCODE CodeListPart1.csv");
    Files.write(file, list.getBytes(StandardCharsets.ISO_8859_1));
    Path ports = write("ports.json", "{\"CNSHG\":{\"name\":\"S\",\"coordinates\":[121.5,31.2]}}");
    Loaded<DataPackage> loaded =
        PlaceLookup.read(
            data("ADALV", "CN SHA", "BRSSZ", "ADCAN", "CNSHG"),
            List.of(file, ports),
            Progress.NONE);
    if (!(loaded instanceof Loaded.Ready<DataPackage>(var data, var warnings))) {
      throw new AssertionError(loaded.findings());
    }
    Chain chain = data.chain();
    double[][] expected = {
      {42 + 30 / 60.0, 1 + 31 / 60.0},
      {31 + 14 / 60.0, 121 + 29 / 60.0},
      {-(23 + 57 / 60.0), -(46 + 19 / 60.0)},
      {Double.NaN, Double.NaN},
      {31.2, 121.5}
    };
    for (int site = 0; site < expected.length; site++) {
      assertThat(Double.valueOf(chain.sites().latitude(site)))
          .isEqualTo((Double) expected[site][0]);
      assertThat(Double.valueOf(chain.sites().longitude(site)))
          .isEqualTo((Double) expected[site][1]);
    }
    assertThat(warnings)
        .filteredOn(finding -> finding.code().startsWith("place-"))
        .extracting(Finding::code, Finding::value)
        .containsExactly(tuple("place-placeless", "ADCAN"));
  }

  private Path data(String... codes) throws IOException {
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    Columns.Builder regions = new Columns.Builder(Resource.REGIONS);
    regions.row().set("region_id", "310000").set("iso_3166_2", "CN-SH");
    Columns.Builder firms = new Columns.Builder(Resource.FIRMS);
    firms.row().set("firm_id", "F");
    Columns.Builder sites = new Columns.Builder(Resource.SITES);
    for (String code : codes) {
      sites.row().set("site_id", "s" + code).set("firm_id", "F").set("region_id", "310000");
      sites.set("kind", "port").set("unlocode", code);
    }
    tables.put(Resource.REGIONS, regions.build());
    tables.put(Resource.FIRMS, firms.build());
    tables.put(Resource.SITES, sites.build());
    PackageInfo info = new PackageInfo("p", "P", "Three ports.", null, null, true, null, List.of());
    Path target = folder.resolve("data");
    PackageWriter.write(new DataPackage(info, tables), target);
    return target;
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
