package tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One scenario from sites to the nation, as the command tells of it. */
class ScalesCommandTest {
  private static final Path CHAIN = Path.of("..", "examples", "yangtze-ic");

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "en, The nation loses, Sums agree, its sales over links count",
    "zh, 全国损失, 各尺度合计一致, 按其链接上的销售额计"
  })
  void sumsOfTheScalesAgreeAndTheReportSaysWhatWasLeftOut(
      String language, String title, String sums, String reason) throws IOException {
    Path out = folder.resolve("result");
    Session session =
        Session.run(
            "simulate",
            CHAIN,
            "--scales",
            "all",
            "--days",
            "8",
            "--reps",
            "2",
            "--seed",
            "1",
            "--lang",
            language,
            "--out",
            out);
    assertThat(session.exit()).as(session.err()).isZero();
    assertThat(session.out()).contains(title);
    assertThat(Files.readString(out.resolve("report.html"))).contains(title, sums, reason);
    JsonNode scales =
        JsonMapper.shared().readTree(Files.readString(out.resolve("result.json"))).get("scales");
    double nation = scales.get("national_loss").asDouble();
    assertThat(nation).isPositive();
    assertThat(scales.get("carried_by_sites").asDouble()).isCloseTo(nation, within(1e-9 * nation));
    double fall = scales.get("sector_fall").asDouble();
    assertThat(scales.get("firm_loss").asDouble()).isCloseTo(fall, within(1e-9 * fall));
    // What falls of sectors takes that of their suppliers with it.
    assertThat(nation).isGreaterThan(fall);
    assertThat(scales.get("sum_of_sites_alone").asDouble())
        .isCloseTo(nation, within(1e-9 * nation));
    assertThat(scales.get("sums_agree").asBoolean()).isTrue();
    assertThat(scales.get("reasons").valueStream().map(JsonNode::asString))
        .containsExactly("output_from_links");
  }
}
