package tenon.packages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tenon.model.Findings;
import tools.jackson.databind.JsonNode;

/** Reads what a descriptor says of the package as a whole. */
final class InfoReader {

  /** Members of the standard that Tenon tolerates, and its own. */
  private static final List<String> MEMBERS =
      List.of(
          "$schema",
          "name",
          "id",
          "title",
          "description",
          "homepage",
          "version",
          "created",
          "keywords",
          "image",
          "licenses",
          "contributors",
          "sources",
          "resources",
          "profile",
          "currency",
          "synthetic",
          "assumptions");

  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+");

  private final String file;
  private final Findings findings;

  InfoReader(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  PackageInfo read(JsonNode root, Path folder) {
    members(root);
    String name = name(root, folder);
    String title = text(root, "title");
    String description = text(root, "description");
    return new PackageInfo(
        name,
        title == null ? name : title,
        description == null ? "" : description,
        text(root, "version"),
        currency(root),
        synthetic(root.path("synthetic")),
        licence(root.path("licenses")),
        assumptions(root.path("assumptions")));
  }

  private void members(JsonNode root) {
    for (String member : root.propertyNames()) {
      String nearest = MEMBERS.contains(member) ? null : Nearest.of(member, MEMBERS);
      if (nearest != null && !root.has(nearest)) {
        findings.add(
            Fault.warning("unknown-member", file).value(member).args(nearest).finding());
      }
    }
  }

  private String name(JsonNode root, Path folder) {
    String name = text(root, "name");
    if (name != null && NAME.matcher(name).matches()) {
      return name;
    }
    String slug = slug(name == null || name.isBlank() ? String.valueOf(folder.getFileName()) : name);
    if (name == null) {
      findings.add(Fault.warning("no-name", file).column("name").args(slug).finding());
      return slug;
    }
    findings.add(Fault.warning("package-name", file).column("name").value(name).args(slug).finding());
    return name;
  }

  private static String slug(String name) {
    String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
    String trimmed = slug.replaceAll("^-+|-+$", "");
    return trimmed.isEmpty() ? "package" : trimmed;
  }

  private @Nullable String currency(JsonNode root) {
    String code = text(root, "currency");
    if (code == null) {
      return null;
    }
    List<String> codes =
        Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .sorted()
            .toList();
    if (codes.contains(code)) {
      return code;
    }
    String upper = code.strip().toUpperCase(Locale.ROOT);
    Fault fault = Fault.error("unknown-currency", file).column("currency").value(code);
    if (codes.contains(upper)) {
      fault.args(upper).mend("nearest");
    } else if (upper.equals("RMB")) {
      fault.args("CNY").mend("nearest");
    }
    findings.add(fault.finding());
    return code;
  }

  private boolean synthetic(JsonNode value) {
    if (!value.isMissingNode() && !value.isBoolean()) {
      wrongType("synthetic", value, "true, false");
    }
    return value.isBoolean() && value.booleanValue();
  }

  private @Nullable String licence(JsonNode licences) {
    if (licences.isMissingNode()) {
      return null;
    }
    if (!licences.isArray()) {
      wrongType("licenses", licences, "[{\"name\": \"CC-BY-4.0\"}]");
      return null;
    }
    if (licences.size() > 1) {
      findings.add(Fault.warning("several-licences", file).column("licenses").finding());
    }
    JsonNode name = licences.path(0).path("name");
    return name.isString() ? name.stringValue() : null;
  }

  private List<String> assumptions(JsonNode value) {
    List<String> sentences = new ArrayList<>();
    boolean texts = value.isMissingNode() || value.isArray();
    for (JsonNode sentence : value) {
      texts &= sentence.isString();
      if (sentence.isString()) {
        sentences.add(sentence.stringValue());
      }
    }
    if (!texts) {
      wrongType("assumptions", value, "[\"...\", \"...\"]");
    }
    return sentences;
  }

  private @Nullable String text(JsonNode root, String member) {
    JsonNode value = root.path(member);
    if (value.isString()) {
      return value.stringValue();
    }
    if (!value.isMissingNode() && !value.isNull()) {
      wrongType(member, value, "\"...\"");
    }
    return null;
  }

  private void wrongType(String member, JsonNode value, String example) {
    findings.add(
        Fault.error("member-type", file)
            .column(member)
            .value(value.toString())
            .args(example)
            .finding());
  }
}
