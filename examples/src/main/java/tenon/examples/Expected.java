package tenon.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tenon.model.Chain;
import tenon.model.Keys;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.twin.Exposure;
import tenon.twin.ExposureSpec;
import tenon.twin.SiteExposure;
import tenon.twin.Sources;

/**
 * What an example is expected to give: the optima of both exposure programmes, and the source
 * structure. Priorities are left out: they depend on which of several best plans the solver finds.
 */
final class Expected {
  private static final int DIGITS = 8;

  private Expected() {}

  /** Sites of the firms that play one of the roles. */
  static List<String> sitesOf(Chain chain, Set<String> roles) {
    Keys keys = chain.sites().keys();
    return IntStream.range(0, chain.sites().count())
        .filter(site -> roles.contains(role(chain, site)))
        .mapToObj(keys::key)
        .toList();
  }

  private static String role(Chain chain, int site) {
    return String.valueOf(chain.table(Resource.FIRMS).text("role", chain.sites().firm(site)));
  }

  /** Files by name. */
  static Map<String, String> files(Chain chain, List<String> siteIds) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("exposure.csv", exposure(chain, siteIds));
    Sources sources = Sources.of(chain);
    files.put("sole_makers.csv", soleMakers(chain, sources));
    files.put("single_sources.csv", singleSources(chain, sources, Set.copyOf(siteIds)));
    return files;
  }

  static void write(Chain chain, List<String> siteIds, Path directory) throws IOException {
    Files.createDirectories(directory);
    for (Map.Entry<String, String> file : files(chain, siteIds).entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
    }
  }

  private static String exposure(Chain chain, List<String> siteIds) {
    StringBuilder csv = new StringBuilder("site_id,ttr_days,lost_margin,tts_days\n");
    ExposureSpec spec = ExposureSpec.standard().withSiteIds(siteIds);
    for (SiteExposure site : Exposure.assess(chain, spec, Progress.NONE).sites()) {
      csv.append(chain.sites().keys().key(site.site()))
          .append(',')
          .append(cell(site.ttrDays()))
          .append(',')
          .append(cell(site.lostMargin()))
          .append(',')
          .append(cell(site.ttsDays()))
          .append('\n');
    }
    return csv.toString();
  }

  private static String cell(double number) {
    if (Double.isInfinite(number)) {
      return "inf";
    }
    double rounded = Round.digits(number, DIGITS);
    return rounded == Math.rint(rounded)
        ? String.format(Locale.ROOT, "%.0f", rounded)
        : Double.toString(rounded);
  }

  private static String soleMakers(Chain chain, Sources sources) {
    StringBuilder csv = new StringBuilder("site_id,product_id\n");
    for (Sources.Made made : sources.sites()) {
      for (int product : made.nowhereElse()) {
        csv.append(chain.sites().keys().key(made.site()))
            .append(',')
            .append(chain.products().keys().key(product))
            .append('\n');
      }
    }
    return csv.toString();
  }

  private static String singleSources(Chain chain, Sources sources, Set<String> customers) {
    StringBuilder csv = new StringBuilder("customer_site_id,product_id,supplier_site_id,standby\n");
    Keys sites = chain.sites().keys();
    for (Sources.SingleSource single : sources.singleSources()) {
      if (customers.contains(sites.key(single.customer()))) {
        csv.append(sites.key(single.customer()))
            .append(',')
            .append(chain.products().keys().key(single.product()))
            .append(',')
            .append(sites.key(single.supplier()))
            .append(',')
            .append(single.standby())
            .append('\n');
      }
    }
    return csv.toString();
  }
}
