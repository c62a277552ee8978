package tenon.packages;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Keys;
import tenon.model.Resource;

/** Warns where a jurisdiction is no ISO 3166-1 code of two letters, on which rules would not match. */
final class JurisdictionCheck {
  private static final Pattern CODE = Pattern.compile("[A-Z]{2}");
  private static final Map<String, String> OF_THREE = ofThree();

  private JurisdictionCheck() {}

  static void run(Tables tables, Findings findings) {
    column(tables.get(Resource.REGIONS), "jurisdiction", findings);
    column(tables.get(Resource.DEPENDENCIES), "jurisdiction", findings);
    column(tables.get(Resource.DATAFLOWS), "from_jurisdiction", findings);
    column(tables.get(Resource.DATAFLOWS), "to_jurisdiction", findings);
  }

  private static void column(Table table, String column, Findings findings) {
    Columns columns = table.columns();
    Keys codes = columns.dictionary(column);
    if (codes.stream().allMatch(code -> CODE.matcher(code).matches())) {
      return;
    }
    for (int row = 0; row < columns.rows(); row++) {
      String code = columns.text(column, row);
      if (code == null || CODE.matcher(code).matches()) {
        continue;
      }
      Fault fault =
          Fault.warning("jurisdiction", table.file())
              .line(table.line(row))
              .column(column)
              .value(code);
      String meant = meant(code);
      findings.add((meant == null ? fault : fault.args(meant).mend("nearest")).finding());
    }
  }

  private static @Nullable String meant(String code) {
    String upper = Words.trim(code).toUpperCase(Locale.ROOT);
    return CODE.matcher(upper).matches() ? upper : OF_THREE.get(upper);
  }

  private static Map<String, String> ofThree() {
    Map<String, String> codes = new TreeMap<>();
    for (String two : Locale.getISOCountries()) {
      codes.put(Locale.of("", two).getISO3Country(), two);
    }
    return codes;
  }
}
