package tenon.study.text;

import tenon.model.Chain;
import tenon.model.Disruption;
import tenon.model.Disruption.Target;
import tenon.model.Disruption.Window;

/** Disruptions as sentences. */
public final class DisruptionWords {
  private final Chain chain;
  private final Words words;
  private final Names names;

  public DisruptionWords(Chain chain, Words words, Names names) {
    this.chain = chain;
    this.words = words;
    this.names = names;
  }

  /** What happens, to whom, when, and how it fades. */
  public String sentence(Disruption disruption) {
    String target = target(disruption.target());
    String when = when(disruption);
    return switch (disruption) {
      case Disruption.CapacityLoss loss ->
          words.get(
              loss.target().kind().isTechnology() ? "disruption.cut" : "disruption.capacity",
              target,
              Numbers.percent(loss.lost().value()),
              when);
      case Disruption.LinkClosure closure -> words.get("disruption.closure", target, when);
      case Disruption.DemandChange change ->
          words.get("disruption.demand", target, Numbers.shown(change.factor()), when);
      case Disruption.Delay delay ->
          words.get("disruption.delay", target, Numbers.shown(delay.longer().value()), when);
      case Disruption.InformationDelay delay ->
          words.get("disruption.news", target, Numbers.shown(delay.late().value()), when);
      case Disruption.StockLoss loss ->
          words.get("disruption.stock", target, Numbers.percent(loss.lost().value()), when);
      case Disruption.OrderPause pause -> words.get("disruption.orders", target, when);
      case Disruption.ShipmentPause pause -> words.get("disruption.shipments", target, when);
      case Disruption.TransitPause pause -> words.get("disruption.transit", target, when);
      case Disruption.ReceiptPause pause -> words.get("disruption.receipts", target, when);
      case Disruption.ExportControl control -> words.get("disruption.export", target, when);
      case Disruption.YieldLoss loss ->
          words.get("disruption.yield", target, Numbers.percent(loss.lost().value()), when);
      case Disruption.Insolvency insolvency -> words.get("disruption.insolvency", target, when);
      case Disruption.Absence absence ->
          words.get("disruption.absence", Numbers.percent(absence.absent().value()), target, when);
      case Disruption.PriceChange change ->
          words.get("disruption.price", target, Numbers.shown(change.factor()), when);
      case Disruption.TariffRise rise ->
          words.get("disruption.tariff", target, Numbers.percent(rise.rate()), when);
    };
  }

  private String when(Disruption disruption) {
    Window window = disruption.window();
    String first = Numbers.count((long) window.firstDay());
    if (disruption instanceof Disruption.StockLoss) {
      return words.get("when.once", first);
    }
    String last = Numbers.count((long) window.firstDayAfter() - 1);
    String fading = Numbers.shown(window.recoveryDays().value());
    return switch (window.recovery()) {
      case STEP -> words.get("when.step", first, last);
      case LINEAR -> words.get("when.linear", first, last, fading);
      case EXPONENTIAL -> words.get("when.exponential", first, last, fading);
    };
  }

  /** Name of what is hit. */
  public String target(Target target) {
    String id = target.id();
    return switch (target.kind()) {
      case SITE -> names.site(chain.sites().keys().id(id));
      case FIRM -> names.firm(chain.firms().keys().id(id));
      case REGION -> names.region(chain.regions().keys().id(id));
      case PRODUCT -> names.product(chain.products().keys().id(id));
      case LINK -> words.get("target.link", id);
      case TECHNOLOGY -> words.get("target.technology", id);
      case VENDOR -> words.get("target.vendor", id);
      case TECHNOLOGY_KIND -> words.get("target.technology.kind", words.get("technology." + id));
      case TECHNOLOGY_JURISDICTION -> words.get("target.technology.law", id);
      case LANE -> words.get("target.lane", id);
      case MODE -> words.get("target.mode", id);
      case JURISDICTION -> words.get("target.jurisdiction", id);
      case MARKET -> words.get("target.market", id);
      case SITE_KIND -> words.get("target.kind", id);
    };
  }
}
