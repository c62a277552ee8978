package tenon.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FindingsTest {

  @Test
  void errorsComeFirstAndElseTheOrderIsKept() {
    Findings findings = new Findings();
    findings.add(finding(Severity.WARNING, "w", 1));
    findings.add(finding(Severity.ERROR, "e", 2));
    findings.add(finding(Severity.WARNING, "v", 3));
    findings.add(finding(Severity.ERROR, "d", 4));
    assertThat(findings.list()).extracting(Finding::line).containsExactly(2L, 4L, 1L, 3L);
    assertThat(findings.hasErrors()).isTrue();
  }

  @Test
  void warningsAloneAreNoErrors() {
    Findings findings = new Findings();
    findings.add(finding(Severity.WARNING, "w", 1));
    assertThat(findings.hasErrors()).isFalse();
  }

  @Test
  void ofOneKindAHundredAreKeptAndTheRestIsCounted() {
    Findings findings = new Findings();
    for (int line = 1; line <= 250; line++) {
      assertThat(findings.keeps(Severity.ERROR, "e", "sites.csv", "kind")).isEqualTo(line <= 100);
      findings.add(finding(Severity.ERROR, "e", line));
    }
    List<Finding> list = findings.list();
    assertThat(list).hasSize(101);
    assertThat(list.getLast().text(Locale.ENGLISH))
        .startsWith("sites.csv [kind] has 150 more findings of the kind e.");
    assertThat(list.getLast().isError()).isTrue();
  }

  @Test
  void otherKindsFilesAndColumnsAreCountedApart() {
    Findings findings = new Findings();
    for (int line = 1; line <= 101; line++) {
      findings.add(finding(Severity.ERROR, "e", line));
    }
    assertThat(findings.keeps(Severity.WARNING, "e", "sites.csv", "kind")).isTrue();
    assertThat(findings.keeps(Severity.ERROR, "f", "sites.csv", "kind")).isTrue();
    assertThat(findings.keeps(Severity.ERROR, "e", "firms.csv", "kind")).isTrue();
    assertThat(findings.keeps(Severity.ERROR, "e", "sites.csv", null)).isTrue();
  }

  @Test
  void addingAnotherCollectorCountsWhatItDidNotKeep() {
    Findings first = new Findings();
    Findings second = new Findings();
    for (int line = 1; line <= 150; line++) {
      first.add(finding(Severity.ERROR, "e", line));
      second.add(finding(Severity.ERROR, "e", line));
    }
    Findings all = new Findings();
    all.addAll(first);
    all.addAll(second);
    assertThat(all.list()).hasSize(101);
    assertThat(all.list().getLast().text(Locale.ENGLISH)).contains("has 200 more findings");
    assertThat(all.hasErrors()).isTrue();
  }

  private static Finding finding(Severity severity, String code, long line) {
    return new Finding(
        severity,
        code,
        "sites.csv",
        line,
        "kind",
        null,
        Message.of("tenon.model.findings", "more", "0", code),
        Message.of("tenon.model.findings", "more.mend"));
  }
}
