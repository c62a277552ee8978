package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenon.model.Loaded;

class JudgementReaderTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void numbersFractionsAndJudgementsNotMadeAreRead() throws IOException {
    Loaded<List<Judgement>> loaded =
        read(
            """
            judgements:
              - group: A
                expert: planner
                items: [B1, B2, B3]
                matrix:
                  - [1, 2, null]
                  - [1/2, 1, 0.25]
                  - [~, 4, 1]
            """);
    assertThat(((Loaded.Ready<List<Judgement>>) loaded).value())
        .containsExactly(
            new Judgement(
                "A",
                List.of("B1", "B2", "B3"),
                List.of(
                    List.of(1.0, 2.0, Double.NaN),
                    List.of(.5, 1.0, .25),
                    List.of(Double.NaN, 4.0, 1.0))));
  }

  @Test
  void everyFaultIsNamedAtOnceWithItsLine() throws IOException {
    List<String> faults =
        read(
                """
                judgements:
                  - group: A
                    items: [B1, B2]
                    matrix:
                      - [1, zero]
                      - [-3, 1]
                  - items: []
                    matrix: [[1]]
                    weight: 3
                """)
            .findings()
            .stream()
            .map(finding -> finding.text(Locale.ENGLISH))
            .toList();
    assertThat(faults)
        .anyMatch(text -> text.contains("\"zero\" is no judgement"))
        .anyMatch(text -> text.contains("\"-3\" is no judgement"))
        .anyMatch(text -> text.contains("group"))
        .anyMatch(text -> text.contains("names no item"))
        .anyMatch(text -> text.contains("Write a square of 0 rows"))
        .anyMatch(text -> text.contains("judgements.yaml:9") && text.contains("\"weight\""));
  }

  @Test
  void whatIsNoSuchFileIsAFinding() throws IOException {
    assertThat(read("").findings()).isNotEmpty();
    assertThat(read("- 1\n- 2\n").findings()).isNotEmpty();
    assertThat(read("judgements: [[[").findings()).isNotEmpty();
    assertThat(JudgementReader.read(directory.resolve("nowhere.yaml")).findings()).hasSize(1);
  }

  private Loaded<List<Judgement>> read(String text) throws IOException {
    return JudgementReader.read(Files.writeString(directory.resolve("judgements.yaml"), text));
  }
}
