package tenon.evaluate;

import java.util.stream.Collectors;
import tenon.model.Message;

/** Says in words how standard errors were computed. */
final class Rule {
  private static final String BUNDLE = "tenon.evaluate.names";

  private Rule() {}

  static Message of(Fit fit) {
    Errors errors = fit.spec().errors();
    String n = Integer.toString(fit.sizes().observations());
    String k = Integer.toString(fit.sizes().counted());
    String degrees = Observations.label(fit.sizes().degrees());
    return switch (errors) {
      case Errors.Iid _ -> Message.of(BUNDLE, "rule.iid", n, k, degrees);
      case Errors.Robust(Errors.Robust.Kind kind) ->
          Message.of(BUNDLE, "rule." + kind, n, k, degrees);
      case Errors.Clustered(var variables, boolean own) -> {
        String counts =
            fit.sizes().clusters().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String names = String.join(", ", variables);
        yield Message.of(BUNDLE, "rule.clustered", names, counts, factor(fit, own, n, k), degrees);
      }
      case Errors.NeweyWest(String unit, String _, int _) ->
          Message.of(BUNDLE, "rule.newey-west", unit, n, k, degrees);
      case Errors.DriscollKraay(String period, int _) ->
          Message.of(BUNDLE, "rule.driscoll-kraay", period, n, k, degrees);
    };
  }

  private static String factor(Fit fit, boolean own, String n, String k) {
    SmallSample rule = fit.spec().smallSample();
    String g = own ? "G" : Integer.toString(fit.sizes().leastClusters());
    String clusters = rule.scalesByClusters() ? g + "/(" + g + "-1)" : "";
    String parameters = rule.scalesByParameters() ? "(" + n + "-1)/(" + n + "-" + k + ")" : "";
    String both = (clusters + " " + parameters).strip();
    return both.isEmpty() ? "1" : both;
  }
}
