package tenon.packages.place;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.ChainEdit;
import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.Bilingual;
import tenon.packages.DataPackage;
import tenon.packages.Nearest;
import tenon.packages.Notice;
import tenon.packages.PackageInfo;
import tenon.packages.PackageReader;
import tenon.packages.ReadLimits;

/**
 * Fills blanks of a package from references: coordinates of sites by UN/LOCODE, names of regions by
 * ISO 3166-2 or by six-digit area code. A code that no reference has is told.
 */
public final class PlaceLookup {
  static final String BUNDLE = "tenon.packages.place.findings";
  private static final Pattern LOCODE = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");

  private final Chain chain;
  private final References references;
  private final Findings findings;
  private final ChainEdit edit;
  private int located;
  private int named;

  private PlaceLookup(Chain chain, References references, Findings findings) {
    this.chain = chain;
    this.references = references;
    this.findings = findings;
    edit = ChainEdit.of(chain);
  }

  /** The package with what was found; or every fault of the package and the references. */
  public static Loaded<DataPackage> read(Path path, List<Path> files, Progress progress) {
    Findings findings = new Findings();
    References references = new References(findings);
    files.forEach(file -> references.read(file, progress));
    Loaded<DataPackage> loaded = PackageReader.read(path, ReadLimits.DEFAULT, progress);
    loaded.findings().forEach(findings::add);
    return switch (loaded) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(findings.list());
      case Loaded.Ready<DataPackage>(var data, var warnings) -> {
        if (findings.hasErrors()) {
          yield new Loaded.Rejected<>(findings.list());
        }
        PlaceLookup lookup = new PlaceLookup(data.chain(), references, findings);
        yield new Loaded.Ready<>(lookup.fill(data), findings.list());
      }
    };
  }

  private DataPackage fill(DataPackage data) {
    sites();
    regions();
    Chain changed = edit.chain();
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    tables.putAll(data.tables());
    tables.put(Resource.SITES, changed.table(Resource.SITES));
    tables.put(Resource.REGIONS, changed.table(Resource.REGIONS));
    Message filled =
        Message.of(
            "tenon.packages.place.words",
            "filled",
            Integer.toString(located),
            Integer.toString(named));
    PackageInfo info = data.info().assuming(List.of(Bilingual.of(filled)));
    return new DataPackage(info, tables, data.nodes());
  }

  private void sites() {
    Columns sites = chain.table(Resource.SITES);
    Notice notice = new Notice(BUNDLE, "sites.csv");
    Nearest nearest = new Nearest(references.ports.keySet().stream().sorted().toList());
    for (int site = 0; site < sites.rows(); site++) {
      String code = sites.text("unlocode", site);
      if (code == null || references.ports.isEmpty()) {
        continue;
      }
      String plain = code.replace(" ", "").toUpperCase(Locale.ROOT);
      double[] place = references.ports.get(plain);
      if (!LOCODE.matcher(plain).matches()) {
        findings.add(notice.warning("place-locode", site + 2L, "unlocode", code));
      } else if (place == null && references.placeless.contains(plain)) {
        findings.add(notice.warning("place-placeless", site + 2L, "unlocode", code));
      } else if (place == null) {
        String near = nearest.to(plain);
        findings.add(
            notice.warning(
                "place-unknown", site + 2L, "unlocode", code, near == null ? "-" : near));
      } else if (Double.isNaN(chain.sites().latitude(site))
          && Double.isNaN(chain.sites().longitude(site))) {
        edit.set(Resource.SITES, site, "latitude", place[0]);
        edit.set(Resource.SITES, site, "longitude", place[1]);
        located++;
      }
    }
  }

  private void regions() {
    Columns regions = chain.table(Resource.REGIONS);
    Notice notice = new Notice(BUNDLE, "regions.csv");
    for (int region = 0; region < regions.rows(); region++) {
      String code = regions.text("iso_3166_2", region);
      if (code != null && !references.subdivisions.isEmpty()) {
        String name = references.subdivisions.get(code);
        if (name == null) {
          findings.add(notice.warning("place-unknown", region + 2L, "iso_3166_2", code, "-"));
        }
        fill(region, "name", regions.text("name", region), name);
      }
      String area = String.valueOf(regions.text("region_id", region));
      fill(region, "name_zh", regions.text("name_zh", region), references.areas.get(area));
    }
  }

  private void fill(int region, String column, @Nullable String known, @Nullable String found) {
    if (known == null && found != null) {
      edit.set(Resource.REGIONS, region, column, found);
      named++;
    }
  }
}
