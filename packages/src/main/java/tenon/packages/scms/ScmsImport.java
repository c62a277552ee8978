package tenon.packages.scms;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.Bilingual;
import tenon.packages.DataPackage;
import tenon.packages.PackageInfo;
import tenon.packages.word.Places;

/** Makes a package of a USAID SCMS delivery file; the rules stand in the documentation above. */
public final class ScmsImport {
  private ScmsImport() {}

  /** Titles of the columns that a delivery file has. */
  public static List<String> titles() {
    return Stream.of(Column.values()).map(Column::title).toList();
  }

  /**
   * Reads a delivery file as it was known on a day.
   *
   * @param csv the file, as it was published
   * @param until lines scheduled after this day are left out; null keeps all
   * @param progress hears of lines read, as the work {@code import}
   * @return the package with warnings; or all errors, where a column is missing, no line is sound,
   *     or no calendar year is over by the day
   */
  public static Loaded<DataPackage> read(Path csv, @Nullable LocalDate until, Progress progress) {
    Findings findings = new Findings();
    Path name = csv.getFileName();
    Remarks remarks = new Remarks(findings, name == null ? csv.toString() : name.toString());
    DeliveryFile file = new DeliveryFile(remarks, progress);
    List<Delivery> lines = file.read(csv);
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    Period period = Period.of(lines, until, remarks);
    if (period == null) {
      return new Loaded.Rejected<>(findings.list());
    }
    DataPackage made = make(file, period, until, remarks);
    return new Loaded.Ready<>(made, findings.list());
  }

  private static DataPackage make(
      DeliveryFile file, Period period, @Nullable LocalDate until, Remarks remarks) {
    History history = new History(period.known());
    Makers makers = new Makers(history, file.plants(), file.vendors());
    Parties parties = new Parties(file, period.known(), makers, Places.load(), remarks);
    Goods goods = new Goods(file, history, period.lastYear());
    ActiveLinks active = new ActiveLinks(period.lastYear());
    StandbyLinks standby = new StandbyLinks(file, history, active);
    Columns.Builder sourcing = new Columns.Builder(Resource.SOURCING);
    active.write(sourcing);
    standby.write(sourcing);

    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    tables.put(Resource.REGIONS, parties.regionTable());
    tables.put(Resource.FIRMS, parties.firmTable());
    tables.put(Resource.SITES, parties.siteTable());
    tables.put(Resource.PRODUCTS, goods.productTable(remarks));
    tables.put(Resource.RECIPES, goods.recipeTable());
    tables.put(Resource.SOURCING, sourcing.build());
    tables.put(Resource.DEMAND, goods.demandTable());
    List<Message> assumptions = Assumptions.of(file, period, parties, makers, active, standby);
    return new DataPackage(info(remarks.file(), until, assumptions), tables);
  }

  private static PackageInfo info(
      String file, @Nullable LocalDate until, List<Message> assumptions) {
    List<String> sentences = assumptions.stream().map(Bilingual::of).toList();
    String day = until == null ? "" : until.toString();
    String about = until == null ? "about" : "about-until";
    String description =
        Message.of(Remarks.BUNDLE, about, file, day).in(Locale.ENGLISH)
            + "\n\nAssumptions:\n- "
            + String.join("\n- ", assumptions.stream().map(m -> m.in(Locale.ENGLISH)).toList());
    return new PackageInfo(
        until == null ? "usaid-scms" : "usaid-scms-" + day,
        until == null ? "USAID SCMS deliveries" : "USAID SCMS deliveries scheduled until " + day,
        description,
        null,
        "USD",
        false,
        null,
        sentences);
  }
}
