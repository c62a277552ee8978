package tenon.study.calibrate;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Chain;
import tenon.model.ChainEdit;
import tenon.model.Columns;
import tenon.model.Message;
import tenon.model.Resource;
import tenon.packages.Bilingual;
import tenon.packages.DataPackage;
import tenon.packages.PackageInfo;
import tenon.study.calibrate.Calibration.Fitted;
import tenon.twin.fidelity.DayLaw;

/** The package with what was fitted written into it. */
final class Calibrated {
  private Calibrated() {}

  static DataPackage of(DataPackage data, Calibration calibration) {
    Chain chain = data.chain();
    ChainEdit edit = ChainEdit.of(chain);
    Map<String, Integer> demands = new HashMap<>();
    for (int row = 0; row < chain.demands().count(); row++) {
      demands.put(
          chain.sites().keys().key(chain.demands().site(row))
              + '\u001f'
              + chain.products().keys().key(chain.demands().product(row)),
          row);
    }
    for (Fitted one : calibration.fitted) {
      DayLaw law = one.fit().law();
      if (one.link() >= 0) {
        edit.set(Resource.SOURCING, one.link(), "lead_time_days", law.mean());
        edit.set(Resource.SOURCING, one.link(), "lead_time_sd_days", law.sd());
        continue;
      }
      seasons(edit, chain, one);
      Integer row = demands.get(one.site() + '\u001f' + one.product());
      if (row == null) {
        edit.add(
            Resource.DEMAND,
            builder ->
                builder
                    .set("site_id", one.site())
                    .set("product_id", one.product())
                    .set("mean_per_day", law.mean())
                    .set("sd_per_day", law.sd())
                    .set("zero_share", zeros(law))
                    .set("distribution", law.family().title()));
      } else {
        edit.set(Resource.DEMAND, row, "mean_per_day", law.mean());
        edit.set(Resource.DEMAND, row, "sd_per_day", law.sd());
        edit.set(Resource.DEMAND, row, "zero_share", zeros(law));
        edit.set(Resource.DEMAND, row, "distribution", law.family().title());
      }
    }
    for (Calibration.Yield one : calibration.yields) {
      edit.set(Resource.RECIPES, one.recipe(), "yield", one.fit().share());
    }
    Chain after = edit.chain();
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    tables.putAll(data.tables());
    for (Resource resource :
        List.of(Resource.DEMAND, Resource.SEASONS, Resource.SOURCING, Resource.RECIPES)) {
      if (after.table(resource).rows() > 0) {
        tables.put(resource, after.table(resource));
      } else {
        tables.remove(resource);
      }
    }
    return new DataPackage(info(data.info(), calibration), tables, data.nodes());
  }

  private static double zeros(DayLaw law) {
    return law.zeroShare() > 0 ? law.zeroShare() : Double.NaN;
  }

  /** Writes the seasons that were fitted in the place of those that were there. */
  private static void seasons(ChainEdit edit, Chain chain, Fitted one) {
    Columns before = chain.table(Resource.SEASONS);
    for (int row = 0; row < before.rows(); row++) {
      if (one.site().equals(before.text("site_id", row))
          && one.product().equals(before.text("product_id", row))) {
        edit.drop(Resource.SEASONS, row);
      }
    }
    List<Seasonal> factors = Seasonal.of(one);
    for (Seasonal factor : factors) {
      edit.add(
          Resource.SEASONS,
          builder ->
              builder
                  .set("site_id", one.site())
                  .set("product_id", one.product())
                  .set("period", factor.period())
                  .set("factor", factor.factor()));
    }
  }

  private static PackageInfo info(PackageInfo old, Calibration calibration) {
    Message fitted =
        Message.of(
            "tenon.study.report",
            "calibrate.assumption",
            Long.toString(count(calibration, "demand")),
            Long.toString(count(calibration, "lead_time")),
            Integer.toString(calibration.yields.size()),
            LocalDate.ofEpochDay(calibration.first).toString(),
            LocalDate.ofEpochDay(calibration.until).toString());
    return old.assuming(List.of(Bilingual.of(fitted)));
  }

  static long count(Calibration calibration, String kind) {
    return calibration.of(kind).size();
  }
}
