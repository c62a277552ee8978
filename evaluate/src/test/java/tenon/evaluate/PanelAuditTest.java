package tenon.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tenon.model.Finding;
import tenon.model.Loaded;

class PanelAuditTest {
  private static final PanelColumns PANEL = new PanelColumns("unit", "period");

  private static Loaded<PanelAudit> audit(String csv) {
    return PanelAudit.audit(Tables.csv(csv), PANEL, "d", List.of("y"));
  }

  @Test
  void aSoundPanelHasItsCohorts() {
    Loaded<PanelAudit> loaded =
        audit(
            """
            unit,period,d,y
            a,2001,0,1
            a,2002,1,2
            b,2001,0,1
            b,2002,0,1
            """);
    PanelAudit audit = Results.ready(loaded);
    assertThat(audit.findings()).isEmpty();
    assertThat(audit.balanced()).isTrue();
    assertThat(audit.cohorts()).containsExactly(2002, Double.POSITIVE_INFINITY);
  }

  @Test
  void everyDoubtIsToldAtOnce() {
    Loaded<PanelAudit> loaded =
        audit(
            """
            unit,period,d,y
            a,1,0,1
            a,1,0,1
            a,4,1,Infinity
            b,1,1,1
            b,2,1,1
            c,1,0,1
            c,2,1,1
            c,3,0,1
            d,1,0.5,1
            e,,0,1
            """);
    assertThat(Results.codes(loaded))
        .containsExactlyInAnyOrder(
            "duplicate-cell",
            "infinite",
            "treatment-value",
            "key-unknown",
            "gaps",
            "unbalanced",
            "always-treated",
            "switches-off");
    assertThat(loaded).isInstanceOf(Loaded.Rejected.class);
  }

  @Test
  void treatmentWithoutVariationIsRefused() {
    assertThat(Results.codes(audit("unit,period,d,y\na,1,0,1\na,2,0,1\nb,1,0,1\nb,2,0,1\n")))
        .containsExactly("no-treatment-variation");
    assertThat(Results.codes(audit("unit,period,d,y\na,1,1,1\na,2,1,1\nb,1,1,1\nb,2,1,1\n")))
        .contains("no-treatment-variation");
  }

  @Test
  void aBlankTreatmentIsToldOnceForEachUnit() {
    Loaded<PanelAudit> loaded =
        audit("unit,period,d,y\na,1,0,1\na,2,,1\na,3,,1\nb,1,0,1\nb,2,1,1\nb,3,1,1\nc,1,,1\n");
    assertThat(loaded.findings().stream().filter(Finding::isError))
        .extracting(Finding::code, Finding::line)
        .containsExactly(tuple("treatment-unknown", 2L), tuple("treatment-unknown", 7L));
    assertThat(loaded.findings().getFirst().text(Locale.ENGLISH)).contains("2 rows of a");
  }

  @Test
  void withoutUnitsNeverTreatedAWarningIsGiven() {
    assertThat(Results.codes(audit("unit,period,d,y\na,1,0,1\na,2,1,1\nb,1,0,1\nb,2,1,1\n")))
        .containsExactly("never-treated-none");
  }

  @Test
  void theFirstTextInAColumnOfNumbersIsNamedAndNumbersTooLargeToSquareAreInfinite() {
    Loaded<PanelAudit> loaded =
        audit(
            """
            unit,period,d,y
            a,1,0,1
            a,2,0,1e150
            b,1,0,1
            b,2,yes,1
            """);
    assertThat(loaded).isInstanceOf(Loaded.Rejected.class);
    assertThat(Results.codes(loaded)).containsExactlyInAnyOrder("infinite", "no-number");
    assertThat(loaded.findings())
        .filteredOn(finding -> finding.code().equals("no-number"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.line()).isEqualTo(4);
              assertThat(finding.value()).isEqualTo("yes");
            });
  }
}
