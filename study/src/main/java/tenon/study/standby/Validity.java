package tenon.study.standby;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntPredicate;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Finding;
import tenon.model.Resource;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;

/** Which links may be used: not closed, and on a day within their validity where one is asked. */
final class Validity implements IntPredicate {
  private final Chain chain;
  private final Columns table;
  private final long day;

  private Validity(Chain chain, long day) {
    this.chain = chain;
    this.day = day;
    table = chain.table(Resource.SOURCING);
  }

  /**
   * The links of a day.
   *
   * @param date the day, empty for any
   * @param findings hears how many links end or begin some day where none is asked
   */
  static Validity on(Chain chain, String date, List<Finding> findings) {
    Validity validity =
        new Validity(chain, date.isEmpty() ? Long.MIN_VALUE : LocalDate.parse(date).toEpochDay());
    int dated = 0;
    int shut = 0;
    for (int link = 0; link < chain.links().count(); link++) {
      boolean has = validity.code("valid_from", link) || validity.code("valid_to", link);
      dated += has && !chain.links().closed(link) ? 1 : 0;
      shut += !chain.links().closed(link) && !validity.test(link) ? 1 : 0;
    }
    if (date.isEmpty() && dated > 0) {
      findings.add(Refusal.warning("standby-undated", "sourcing.csv", null, Numbers.count(dated)));
    } else if (shut > 0) {
      findings.add(Refusal.warning("standby-expired", "sourcing.csv", date, Numbers.count(shut)));
    }
    return validity;
  }

  private boolean code(String column, int link) {
    return table.code(column, link) != Columns.UNKNOWN_DATE;
  }

  @Override
  public boolean test(int link) {
    if (chain.links().closed(link)) {
      return false;
    }
    boolean early = code("valid_from", link) && table.code("valid_from", link) > day;
    boolean late = code("valid_to", link) && table.code("valid_to", link) < day;
    return day == Long.MIN_VALUE || (!early && !late);
  }
}
