package tenon.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A made-up package of many sourcing links, sound in every check; the same for the same size. */
final class LinkPackage {
  private static final int MAKERS_PER_PRODUCT = 15;
  private static final String[] MODES = {"air", "sea", "road", "rail"};

  private final int links;
  private final int sites;
  private final int products;
  private final SplittableRandom random = new SplittableRandom(20261121);

  LinkPackage(int links, int sites, int products) {
    this.links = links;
    this.sites = sites;
    this.products = products;
  }

  private interface Rows {
    void write(Writer out) throws IOException;
  }

  void write(Path directory) throws IOException {
    int regions = 100;
    int firms = Math.max(1, sites / 4);
    table(
        directory,
        "regions",
        "region_id,name,name_zh",
        out -> {
          for (int i = 0; i < regions; i++) {
            out.write("R" + i + ",Region " + i + ",地区" + i + "\n");
          }
        });
    table(
        directory,
        "firms",
        "firm_id,name,region_id",
        out -> {
          for (int i = 0; i < firms; i++) {
            out.write("F" + i + ",Firm " + i + ",R" + i % regions + "\n");
          }
        });
    table(
        directory,
        "sites",
        "site_id,firm_id,region_id,kind,ttr_days",
        out -> {
          for (int i = 0; i < sites; i++) {
            out.write(site(i) + ",F" + i % firms + ",R" + i % regions + ",plant," + i % 90 + "\n");
          }
        });
    table(
        directory,
        "products",
        "product_id,name,unit,margin_per_unit",
        out -> {
          for (int i = 0; i < products; i++) {
            out.write("P" + i + ",Product " + i + ",piece," + number(100, 2) + "\n");
          }
        });
    table(directory, "recipes", "recipe_id,site_id,product_id,capacity_per_day", this::recipes);
    table(
        directory,
        "sourcing",
        "link_id,customer_site_id,supplier_site_id,product_id,share,volume_per_day,"
            + "lead_time_days,lead_time_sd_days,mode,capacity_per_day,price_per_unit,status",
        this::links);
    descriptor(directory);
  }

  private void recipes(Writer out) throws IOException {
    for (int product = 0; product < products; product++) {
      for (int nth = 0; nth < MAKERS_PER_PRODUCT; nth++) {
        out.write("M" + product + "-" + nth + "," + site(maker(product, nth)) + ",P" + product);
        out.write("," + number(5000, 1) + "\n");
      }
    }
  }

  private int maker(int product, int nth) {
    return (int) ((product * 31L + nth * 1_009L) % sites);
  }

  private void links(Writer out) throws IOException {
    int link = 0;
    for (int group = 0; link < links; group++) {
      int customer = group % sites;
      int product = (int) ((customer * 7L + group / sites) % products);
      int suppliers = Math.min(1 + random.nextInt(4), links - link);
      String share = suppliers == 3 ? "0.333333" : Double.toString(1.0 / suppliers);
      int first = random.nextInt(MAKERS_PER_PRODUCT);
      for (int s = 0; s < suppliers; s++) {
        int supplier = maker(product, (first + s) % MAKERS_PER_PRODUCT);
        if (supplier == customer) {
          supplier = maker(product, (first + suppliers) % MAKERS_PER_PRODUCT);
        }
        String id = String.format(Locale.ROOT, "L%07d", link++);
        String ends = site(customer) + "," + site(supplier) + ",P" + product;
        String days = number(60, 1) + "," + number(10, 2);
        String mode = MODES[random.nextInt(MODES.length)];
        String money = number(1000, 1) + "," + number(250, 2);
        out.write(
            String.join(",", id, ends, share, number(500, 2), days, mode, money, "active") + "\n");
      }
    }
  }

  private static String site(int site) {
    return String.format(Locale.ROOT, "S%05d", site);
  }

  private String number(int bound, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", random.nextDouble() * bound);
  }

  private static void table(Path directory, String name, String header, Rows rows)
      throws IOException {
    Path file = directory.resolve(name + ".csv");
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(header + "\n");
      rows.write(out);
    }
  }

  private static void descriptor(Path directory) throws IOException {
    String resources =
        Stream.of("regions", "firms", "sites", "products", "recipes", "sourcing")
            .map(name -> "{\"name\": \"" + name + "\", \"path\": \"" + name + ".csv\"}")
            .collect(Collectors.joining(", "));
    Files.writeString(
        directory.resolve("datapackage.json"),
        "{\"name\": \"load\", \"currency\": \"USD\", \"synthetic\": true, \"resources\": ["
            + resources
            + "]}");
  }
}
