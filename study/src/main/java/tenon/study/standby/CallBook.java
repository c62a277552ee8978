package tenon.study.standby;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.respond.standby.Witness;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.page.Json;
import tenon.study.text.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was asked and answered in calls: one line of JSON each, the oldest first. */
final class CallBook {
  private CallBook() {}

  /**
   * What keeps a book from being written or read.
   *
   * @param needed whether it must be there already
   */
  static List<Finding> faults(@Nullable Path book, boolean needed) throws IOException {
    if (book == null) {
      return List.of();
    }
    Path folder = book.toAbsolutePath().getParent();
    boolean reachable = folder != null && Files.isDirectory(folder) && !Files.isDirectory(book);
    if (!reachable || (needed && !Files.exists(book))) {
      return List.of(Refusal.of("call-book", "--book", book.toString()));
    }
    List<Finding> faults = new ArrayList<>();
    List<String> lines = lines(book);
    for (int at = 0; at < lines.size(); at++) {
      if (!lines.get(at).isBlank() && call(lines.get(at)) == null) {
        faults.add(Refusal.of("call-book-line", book.getFileName() + ":" + (at + 1), null));
      }
    }
    return faults;
  }

  private static List<String> lines(Path book) throws IOException {
    return Files.exists(book)
        ? new String(Files.readAllBytes(book), StandardCharsets.UTF_8).lines().toList()
        : List.of();
  }

  private static @Nullable JsonNode call(String line) {
    try {
      JsonNode call = JsonMapper.shared().readTree(line);
      boolean whole =
          call.path("answer").path("offers").isArray()
              && call.path("answer").path("product_id").isString();
      return whole ? call : null;
    } catch (JacksonException broken) {
      return null;
    }
  }

  /** Appends a call. */
  static void keep(Asked asked, Answer answer) throws IOException {
    Path book = asked.path("book");
    if (book != null) {
      ObjectNode kept = Json.object();
      ObjectNode question = kept.putObject("asked");
      asked.settings().forEach(question::put);
      kept.set("answer", answer.result());
      Files.writeString(
          book,
          kept.toString() + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  /**
   * What sites answered, the oldest first: who said yes is known with what it offered, who said no
   * as having declined. A warning for each that names what the chain has not. What nobody answered
   * is no evidence.
   */
  static List<Witness> witnesses(@Nullable Path book, Chain chain, List<Finding> findings)
      throws IOException {
    List<Witness> witnesses = new ArrayList<>();
    List<String> lines = book == null ? List.of() : lines(book);
    for (int at = 0; at < lines.size(); at++) {
      JsonNode call = lines.get(at).isBlank() ? null : call(lines.get(at));
      if (call == null) {
        continue;
      }
      String date = call.path("asked").path("date").asString("");
      String name = "call " + (at + 1) + (date.isEmpty() ? "" : " of " + date);
      String productId = call.path("answer").path("product_id").asString("");
      int product = chain.products().keys().id(productId);
      for (JsonNode offer : call.path("answer").path("offers")) {
        String answer = offer.path("answer").asString("");
        String siteId = offer.path("site_id").asString("");
        int site = chain.sites().keys().id(siteId);
        if (!answer.equals("yes") && !answer.equals("no")) {
          continue;
        }
        if (product < 0 || site < 0) {
          findings.add(Refusal.warning("case-elsewhere", name, product < 0 ? productId : siteId));
        } else {
          witnesses.add(
              new Witness(
                  site,
                  product,
                  offer.path("rate_per_day").asDouble(0),
                  offer.path("ready_days").asDouble(Double.NaN),
                  offer.path("cost_per_unit").asDouble(Double.NaN),
                  name,
                  answer));
        }
      }
    }
    return witnesses;
  }
}
