package tenon.packages.scms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenon.packages.word.Names;
import tenon.packages.word.Words;

class CellsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02-Jun-06",
        "2-Jun-06",
        "2-June-2006",
        "2 jun 2006",
        "6/2/06",
        "6/2/2006",
        "06-02-2006",
        "2006-06-02",
        "2006-06-02T00:00:00.000"
      })
  void theSecondOfJuneIsReadInEveryLayoutOfTheCopies(String text) {
    assertThat(DateCell.parse(text)).isEqualTo(LocalDate.of(2006, 6, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "31-Jun-06",
        "13/2/2006",
        "2-Foo-06",
        "0206",
        "6/2/206",
        "6/2/1066",
        "٢-Jun-06"
      })
  void whatIsNoDateIsNotGuessedAt(String text) {
    assertThat(DateCell.parse(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "N/A", "N/A - From RDC", "Pre-PQ Process", "Date Not Captured"})
  void textsForNoDateAreKnown(String text) {
    assertThat(DateCell.unknown(text)).isTrue();
  }

  @Test
  void numbersArePlainOrGroupedByThousands() {
    assertThat(NumberCell.parse("1920")).isEqualTo(1920);
    assertThat(NumberCell.parse("1.5e3")).isEqualTo(1500);
    assertThat(NumberCell.parse("1,234,567.5")).isEqualTo(1_234_567.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "NaN", "Infinity", "0x10", "1d", "12,34", "1e13", "See DN-1", "1 000"})
  void whatIsNoNumberIsNotGuessedAt(String text) {
    assertThat(NumberCell.parse(text)).isNaN();
  }

  @Test
  void idsAreReadableUniqueAndLasting() {
    Names names = new Names(20);

    assertThat(names.id("Côte d'Ivoire")).isEqualTo("cote-d-ivoire");
    assertThat(names.id("150/300mg")).isEqualTo("150-300mg");
    assertThat(names.id("150+300mg")).isEqualTo("150-300mg-2");
    assertThat(names.id("150-300mg")).isEqualTo("150-300mg-3");
    assertThat(names.id("150/300mg")).isEqualTo("150-300mg");
    assertThat(names.id("北京 工厂")).isEqualTo("北京-工厂");
    assertThat(names.id("---")).isEqualTo("unnamed");
    assertThat(names.id("Aurobindo Unit III, India")).isEqualTo("aurobindo-unit-iii");
    assertThat(names.id("Aurobindo Unit III, Goa")).isEqualTo("aurobindo-unit-iii-2");
    assertThat(names.text("150-300mg-2")).isEqualTo("150+300mg");
  }

  @Test
  void editsAreInsertionsDeletionsAndReplacements() {
    assertThat(Words.edits("kitten", "sitting")).isEqualTo(3);
    assertThat(Words.edits("", "abc")).isEqualTo(3);
    assertThat(Words.edits("abc", "abc")).isZero();
  }
}
