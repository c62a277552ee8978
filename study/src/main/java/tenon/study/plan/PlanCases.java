package tenon.study.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.respond.Activation;
import tenon.respond.Plan;
import tenon.respond.cases.Case;
import tenon.respond.cases.CaseOptions;
import tenon.respond.cases.ResponseRecord;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.playbook.CaseLibrary;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a library of cases brings to a plan: options, and what its responses came to.
 *
 * @param options options of the chain
 * @param responses responses of all cases, those that solved most first
 */
public record PlanCases(CaseOptions options, List<ResponseRecord> responses) {

  public PlanCases {
    responses = List.copyOf(responses);
  }

  /** Everything wrong with the library that a recipe names. */
  public static List<Finding> faults(Recipe recipe) {
    return read(recipe) instanceof Loaded.Rejected<List<Case>>(var errors) ? errors : List.of();
  }

  /** The cases of a recipe for a chain; nothing where it names none. */
  static PlanCases of(Recipe recipe, Chain chain) {
    List<Case> cases =
        read(recipe) instanceof Loaded.Ready<List<Case>>(var all, var _) ? all : List.of();
    return new PlanCases(CaseOptions.of(chain, cases), ResponseRecord.of(cases));
  }

  private static Loaded<List<Case>> read(Recipe recipe) {
    String library = recipe.text(Setting.PLAN_CASES);
    if (library.isEmpty()) {
      return new Loaded.Ready<>(List.of(), List.of());
    }
    try {
      return CaseLibrary.read(Path.of(library));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  boolean isEmpty() {
    return responses.isEmpty() && options.options().isEmpty();
  }

  /** Cases that name what the chain does not know. */
  List<Finding> findings() {
    return options.elsewhere().stream()
        .map(one -> Refusal.warning("case-elsewhere", one.caseId(), one.unknown()))
        .toList();
  }

  /** Options of which the plan uses a link or recipe. */
  long used(Plan plan) {
    return options.options().stream().filter(option -> units(plan, option) > 0).count();
  }

  private static double units(Plan plan, CaseOptions.Option option) {
    double links = 0;
    double recipe = 0;
    for (Activation activation : plan.activations()) {
      boolean own = option.linkIds().contains(activation.rowId());
      links += activation.link() && own ? activation.units() : 0;
      boolean made = activation.rowId().equals(option.recipeId());
      recipe += !activation.link() && made ? activation.units() : 0;
    }
    return Math.max(links, recipe);
  }

  List<Table> tables(Plan plan) {
    if (isEmpty()) {
      return List.of();
    }
    List<List<String>> rows = new ArrayList<>();
    for (CaseOptions.Option option : options.options()) {
      rows.add(
          List.of(
              String.join(" ", option.caseIds()),
              option.siteId(),
              option.productId(),
              Numbers.cell(option.perDay()),
              Numbers.cell(option.activationDays()),
              Numbers.cell(option.cost()),
              option.recipeId(),
              Integer.toString(option.linkIds().size()),
              Numbers.cell(units(plan, option))));
    }
    List<List<String>> records = new ArrayList<>();
    for (ResponseRecord record : responses) {
      records.add(
          List.of(
              record.response(),
              Integer.toString(record.times()),
              Numbers.cell(record.shareSolved()),
              Numbers.cell(record.startedAfterHours()),
              Numbers.cell(record.cost()),
              String.join(" ", record.cases())));
    }
    return List.of(
        new Table(
            "case_options.csv",
            List.of(
                "case_ids",
                "site_id",
                "product_id",
                "per_day",
                "activation_days",
                "activation_cost",
                "recipe_id",
                "links",
                "planned_units"),
            rows),
        new Table(
            "case_responses.csv",
            List.of("response", "times", "share_solved", "started_after_hours", "cost", "case_ids"),
            records));
  }

  /** Adds what the cases bring to the result. */
  void fill(ObjectNode root, Plan plan) {
    if (isEmpty()) {
      return;
    }
    ArrayNode array = root.putArray("case_options");
    for (CaseOptions.Option option : options.options()) {
      ObjectNode node = array.addObject();
      node.set("case_ids", Json.array(option.caseIds()));
      node.put("site_id", option.siteId());
      node.put("product_id", option.productId());
      node.set("per_day", Json.number(option.perDay()));
      node.set("activation_days", Json.number(option.activationDays()));
      node.set("activation_cost", Json.number(option.cost()));
      node.set("planned_units", Json.number(units(plan, option)));
    }
  }
}
