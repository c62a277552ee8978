package tenon.respond.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Chain;
import tenon.model.Days;
import tenon.model.Disruption;
import tenon.model.Disruption.Insolvency;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;
import tenon.model.Scenario;
import tenon.twin.site.Rules;
import tenon.twin.site.SimulationSpec;

/**
 * What levers of finance do to a scenario: an insolvency of a firm is put off by as many whole days
 * as credit lines and early payments pay of its fixed cost, and does not come where they pay for
 * all of its days. Early payment advances the price of usual deliveries of the days by which it is
 * earlier, once; no link is paid earlier than on receipt.
 */
final class Finance {
  private final Chain chain;
  private final Map<Integer, Double> cash = new HashMap<>();

  private Finance(Chain chain) {
    this.chain = chain;
  }

  /** The scenario with the levers there. */
  static Scenario in(Scenario scenario, Chain chain, List<Lever> levers) {
    Finance finance = new Finance(chain);
    for (Lever lever : levers) {
      for (Change change : lever.changes()) {
        if (change instanceof Change.Credit(String firm, double amount)) {
          finance.cash.merge(chain.firms().keys().id(firm), amount, Double::sum);
        } else if (change instanceof Change.EarlyPayment(String firm, double days)) {
          int id = chain.firms().keys().id(firm);
          finance.cash.merge(id, advance(chain, scenario, id, days), Double::sum);
        }
      }
    }
    return finance.cash.isEmpty() ? scenario : finance.eased(scenario);
  }

  /** Price of what the sites of a firm usually deliver to others in the days it is paid earlier. */
  static double advance(Chain chain, Scenario scenario, int firm, double days) {
    Rules rules = Rules.of(chain, scenario, SimulationSpec.of(1, 0));
    double sum = 0;
    for (int link = 0; link < rules.links(); link++) {
      int supplier = chain.sites().firm(chain.links().supplier(link));
      int customer = chain.sites().firm(chain.links().customer(link));
      double price = chain.links().pricePerUnit(link);
      double terms = chain.links().paymentDays(link);
      if (supplier == firm && customer != firm && price > 0 && terms > 0) {
        sum += rules.usualFlow(link) * price * Math.min(days, terms);
      }
    }
    return sum;
  }

  private Scenario eased(Scenario scenario) {
    List<Disruption> left = new ArrayList<>();
    for (Disruption disruption : scenario.disruptions()) {
      int firm = disruption instanceof Insolvency(Target target, Window _) ? firm(target) : -1;
      double days = firm < 0 ? 0 : bridged(firm);
      Window window = disruption.window();
      if (days == 0) {
        left.add(disruption);
      } else if (days < window.duration().value()) {
        Window later =
            new Window(
                new Days(window.start().value() + days),
                new Days(window.duration().value() - days),
                window.recovery(),
                window.recoveryDays());
        left.add(new Insolvency(((Insolvency) disruption).target(), later));
      }
    }
    return new Scenario(scenario.name(), scenario.horizon(), left);
  }

  private int firm(Target target) {
    return switch (target.kind()) {
      case FIRM -> chain.firms().keys().id(target.id());
      case SITE -> chain.sites().firm(chain.sites().keys().id(target.id()));
      default -> -1;
    };
  }

  /** Whole days of the firm's fixed cost; 0 where that is unknown, as reading refuses. */
  private double bridged(int firm) {
    double perDay = chain.firms().fixedCostPerDay(firm);
    double money = cash.getOrDefault(firm, 0.0);
    if (Double.isNaN(perDay) || money == 0) {
      return 0;
    }
    return perDay == 0 ? Double.POSITIVE_INFINITY : Math.floor(money / perDay);
  }
}
