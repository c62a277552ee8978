package tenon.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.Scratch;
import tenon.study.brief.BriefAnnex;
import tenon.study.brief.BriefDocument;
import tenon.study.brief.OrderTemplate;
import tenon.study.document.DocumentFiles;
import tenon.study.document.DocumentFormat;
import tenon.study.part.Part;
import tenon.study.plan.Order;
import tenon.study.plan.PlanPart;
import tenon.study.recipe.Recipe;
import tenon.study.text.Refusal;

/**
 * A brief of two pages, its annex beside it, and the orders of the plan in a company's own form.
 */
final class BriefOutlet implements Outlet {
  private static final List<DocumentFormat> FORMS =
      List.of(DocumentFormat.DOCX, DocumentFormat.HTML, DocumentFormat.TXT);

  private final Path out;
  private final @Nullable Path form;
  private @Nullable OrderTemplate template;

  BriefOutlet(Path out, @Nullable Path form) {
    this.out = out;
    this.form = form;
  }

  @Override
  public List<Finding> faults(Path folder, Recipe recipe) throws IOException {
    Scratch.check(out);
    List<Finding> faults = new ArrayList<>();
    String name = String.valueOf(out.getFileName());
    if (format().isEmpty()) {
      faults.add(Refusal.of("brief-ending", name, null));
    } else if (Files.isDirectory(out)) {
      faults.add(Refusal.of("brief-directory", name, null));
    }
    Path place = out.toAbsolutePath().normalize();
    if (place.startsWith(folder.toAbsolutePath().normalize())) {
      faults.add(Refusal.of("out-in-package", name, null));
    }
    if (form != null) {
      switch (OrderTemplate.read(form, recipe.date() != null)) {
        case Loaded.Rejected<OrderTemplate>(var errors) -> faults.addAll(errors);
        case Loaded.Ready<OrderTemplate>(var read, var none) -> template = read;
      }
    }
    return faults;
  }

  private Optional<DocumentFormat> format() {
    String name = String.valueOf(out.getFileName());
    return FORMS.stream().filter(form -> name.endsWith("." + form.ending())).findFirst();
  }

  @Override
  public boolean needsPlan() {
    return true;
  }

  @Override
  public StudyOutcome write(StudyFiles files) throws IOException {
    DocumentFormat format = format().orElseThrow();
    Path annex = beside("annex");
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    contents.put(
        out,
        DocumentFiles.bytes(
            BriefDocument.of(
                files.subject(),
                files.parts(),
                String.valueOf(annex.getFileName()),
                files.findings().size()),
            format));
    contents.put(
        annex,
        DocumentFiles.bytes(
            BriefAnnex.of(files.subject(), files.parts(), files.findings()), DocumentFormat.XLSX));
    if (template != null) {
      contents.put(beside("orders"), template.filled(orders(files.parts())));
    }
    ResultDirectory.writeFiles(contents);
    return files.outcome(
        out, contents.keySet().stream().map(path -> String.valueOf(path.getFileName())).toList());
  }

  private static List<Order> orders(List<Part> parts) {
    return parts.stream()
        .filter(PlanPart.class::isInstance)
        .map(PlanPart.class::cast)
        .findFirst()
        .map(PlanPart::orders)
        .orElse(List.of());
  }

  /** {@code brief-annex.xlsx} beside {@code brief.docx}. */
  private Path beside(String what) {
    String name = String.valueOf(out.getFileName());
    String stem = name.substring(0, name.lastIndexOf('.'));
    return out.resolveSibling(stem + "-" + what + ".xlsx");
  }
}
