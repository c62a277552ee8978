package tenon.study.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.study.text.Refusal;
import tenon.study.workbook.WorkbookFile;

/**
 * Documents of a folder, plain text ({@code .txt}, {@code .md}, UTF-8) or Word ({@code .docx}),
 * with the unit and period that their names tell.
 *
 * @param documents in the order of their names
 */
public record Corpus(List<Document> documents) {
  private static final List<String> USUAL = List.of("{unit}/{period}", "{unit}_{period}", "{unit}");
  private static final String ONE_PERIOD = "all";
  private static final String WORD = ".docx";

  public Corpus {
    documents = List.copyOf(documents);
  }

  /**
   * A document.
   *
   * @param file where it lies
   * @param name its path inside the folder
   * @param unit whose it is
   * @param period period it is of; {@code all} where its name tells none
   * @param text its text
   */
  public record Document(Path file, String name, String unit, String period, String text) {}

  /**
   * Reads a folder with all folders inside it.
   *
   * @param pattern how names tell unit and period, for example {@code {unit}_{period}_*}; empty for
   *     the usual ones
   */
  public static Loaded<Corpus> read(Path folder, String pattern) {
    List<Finding> findings = new ArrayList<>();
    List<Path> files = files(folder, findings);
    List<Pattern> patterns = new ArrayList<>();
    for (String one : pattern.isEmpty() ? USUAL : List.of(pattern)) {
      patterns.add(pattern(one));
    }
    if (!pattern.isEmpty() && !pattern.contains("{unit}")) {
      findings.add(Refusal.of("text-pattern", "name", pattern, "{unit}", "{period}"));
      return new Loaded.Rejected<>(findings);
    }
    List<Document> documents = new ArrayList<>();
    for (Path file : files) {
      String name = name(folder, file);
      Matcher found =
          patterns.stream()
              .map(one -> one.matcher(stem(name)))
              .filter(Matcher::matches)
              .findFirst()
              .orElse(null);
      if (found == null) {
        String wanted = pattern.isEmpty() ? String.join(", ", USUAL) : pattern;
        findings.add(Refusal.of("text-name", name, null, wanted, "{unit}_{period}_*"));
        continue;
      }
      String text = text(file, name, findings);
      if (text != null) {
        String period = found.namedGroups().containsKey("period") ? found.group("period") : "";
        documents.add(
            new Document(
                file, name, found.group("unit"), period.isEmpty() ? ONE_PERIOD : period, text));
      }
    }
    if (files.isEmpty() && findings.isEmpty()) {
      findings.add(Refusal.of("text-none", folder.toString(), null));
    }
    return findings.stream().anyMatch(Finding::isError)
        ? new Loaded.Rejected<>(findings)
        : new Loaded.Ready<>(new Corpus(documents), findings);
  }

  private static List<Path> files(Path folder, List<Finding> findings) {
    if (!Files.isDirectory(folder)) {
      findings.add(Refusal.of("text-folder", folder.toString(), null));
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> isDocument(name(folder, file)))
          .sorted((a, b) -> name(folder, a).compareTo(name(folder, b)))
          .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      findings.add(Refusal.of("text-folder", folder.toString(), null));
      return List.of();
    }
  }

  private static boolean isDocument(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".txt") || lower.endsWith(".md") || lower.endsWith(WORD);
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static String stem(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static Pattern pattern(String words) {
    StringBuilder regex = new StringBuilder();
    Matcher parts = Pattern.compile("\\{unit\\}|\\{period\\}|\\*|[^{*]+|.").matcher(words);
    while (parts.find()) {
      regex.append(
          switch (parts.group()) {
            case "{unit}" -> regex.indexOf("<unit>") < 0 ? "(?<unit>[^/]+)" : "\\k<unit>";
            // The last part that looks like one: a unit may hold the same sign.
            case "{period}" ->
                regex.indexOf("<period>") < 0 ? "(?<period>\\d[\\w-]*)" : "\\k<period>";
            case "*" -> ".*";
            default -> Pattern.quote(parts.group());
          });
    }
    return Pattern.compile(regex.toString());
  }

  private static @Nullable String text(Path file, String name, List<Finding> findings) {
    try {
      if (name.toLowerCase(Locale.ROOT).endsWith(WORD)) {
        return ofWord(file, name, findings);
      }
      byte[] bytes = Files.readAllBytes(file);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      findings.add(Refusal.of("text-encoding", name, null));
    } catch (IOException e) {
      findings.add(Refusal.of("text-unreadable", name, null));
    }
    return null;
  }

  private static @Nullable String ofWord(Path file, String name, List<Finding> findings)
      throws IOException {
    Finding refused = WorkbookFile.bounded(file);
    if (refused != null) {
      findings.add(Refusal.of("text-unreadable", name, null));
      return null;
    }
    try (InputStream in = Files.newInputStream(file);
        XWPFDocument document = new XWPFDocument(in);
        XWPFWordExtractor words = new XWPFWordExtractor(document)) {
      return words.getText();
    } catch (RuntimeException e) {
      // What the library throws at files that are none is not listed anywhere.
      findings.add(Refusal.of("text-unreadable", name, null));
      return null;
    }
  }
}
