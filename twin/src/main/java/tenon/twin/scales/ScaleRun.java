package tenon.twin.scales;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Columns;
import tenon.model.Industry;
import tenon.model.IndustryTable;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.model.Scenario;
import tenon.twin.firm.Cascade;
import tenon.twin.firm.CascadeResult;
import tenon.twin.firm.CascadeSpec;
import tenon.twin.firm.ChainFirms;
import tenon.twin.firm.Shocks;
import tenon.twin.sector.SectorModel;
import tenon.twin.sector.SectorShock;

/** Carries losses from sites to firms to industries, for all sites together and for each alone. */
final class ScaleRun {
  private static final double YEAR = 365;

  /** Differences below this share come from adding up. */
  private static final double ROUNDING = 1e-9;

  private final Chain chain;
  private final ChainFirms network;
  private final SiteOutages outages;
  private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
  private final double[] output;
  private final @Nullable SectorModel model;
  private final int[] industry;

  ScaleRun(Chain chain, Scenario scenario) {
    this.chain = chain;
    network = ChainFirms.of(chain);
    outages = new SiteOutages(chain, scenario);
    if (outages.others) {
      reasons.add(Reason.OTHER_DISRUPTIONS);
    }
    output = output();
    model = model();
    industry = industries();
  }

  private double[] output() {
    double[] yearly = new double[chain.firms().count()];
    Columns firms = chain.table(Resource.FIRMS);
    for (int firm = 0; firm < yearly.length; firm++) {
      yearly[firm] = firms.number("output_per_year", firm);
      if (Double.isNaN(yearly[firm])) {
        yearly[firm] = network.network().output(firm) * YEAR;
        reasons.add(Reason.OUTPUT_FROM_LINKS);
      }
    }
    return yearly;
  }

  private @Nullable SectorModel model() {
    Columns rows = chain.table(Resource.INDUSTRY_TABLE);
    if (rows.rows() == 0) {
      reasons.add(Reason.NO_TABLE);
      return null;
    }
    SectorModel made = SectorModel.of(IndustryTable.of(rows, IndustryTable.years(rows).getLast()));
    if (!made.isSolvable()) {
      reasons.add(Reason.NO_INVERSE);
      return null;
    }
    return made;
  }

  /** Industry of each firm: its sector in its region, or in the only region that has the sector. */
  private int[] industries() {
    int[] places = new int[chain.firms().count()];
    Arrays.fill(places, -1);
    SectorModel known = model;
    for (int firm = 0; known != null && firm < places.length; firm++) {
      String sector = chain.firms().sector(firm);
      List<Industry> all = known.table().industries();
      List<Integer> same =
          IntStream.range(0, all.size())
              .filter(i -> all.get(i).sector().equals(sector))
              .boxed()
              .toList();
      Set<String> home = home(firm);
      places[firm] =
          same.size() == 1
              ? same.getFirst()
              : same.stream()
                  .filter(i -> home.contains(all.get(i).region()))
                  .findFirst()
                  .orElse(-1);
    }
    return places;
  }

  private Set<String> home(int firm) {
    Set<String> names = new HashSet<>();
    for (int at = chain.firms().region(firm); at >= 0; at = chain.regions().parent(at)) {
      names.add(chain.regions().keys().key(at));
      String law = chain.regions().jurisdiction(at);
      if (law != null) {
        names.add(law);
      }
    }
    return names;
  }

  ThreeScales run() {
    List<Integer> hit =
        IntStream.range(0, outages.lostDays.length)
            .filter(site -> outages.lostDays[site] > 0)
            .boxed()
            .toList();
    double[] weight = weights();
    int firms = chain.firms().count();
    double[][] lost = new double[hit.size() + 1][firms];
    for (int at = 0; at < hit.size(); at++) {
      int site = hit.get(at);
      int firm = chain.sites().firm(site);
      double share = weight[site] * outages.lostDays[site] / outages.daysHit;
      lost[at + 1][firm] = Math.min(1, share);
      lost[0][firm] = Math.min(1, lost[0][firm] + share);
    }
    CascadeResult cascades =
        Cascade.run(
            network.network(),
            CascadeSpec.exact().withKeepLosses(true),
            Shocks.Given.of(lost),
            Progress.NONE);
    Loss all = loss(cascades, 0);
    double[] alone = new double[hit.size()];
    for (int at = 0; at < alone.length; at++) {
      alone[at] = loss(cascades, at + 1).national();
    }
    double apart = Arrays.stream(alone).sum();
    if (Math.abs(apart - all.national()) > ROUNDING * all.national()) {
      reasons.add(Reason.TOGETHER);
    }
    List<ThreeScales.SiteLoss> sites = new ArrayList<>();
    for (int at = 0; at < alone.length; at++) {
      int site = hit.get(at);
      double share = apart > 0 ? alone[at] / apart : 0;
      sites.add(
          new ThreeScales.SiteLoss(
              site,
              chain.sites().firm(site),
              outages.lostDays[site],
              alone[at],
              share,
              share * all.national()));
    }
    sites.sort(Comparator.comparingDouble(ThreeScales.SiteLoss::carried).reversed());
    return new ThreeScales(
        outages.daysHit,
        sites,
        firms(cascades, lost[0]),
        sectors(all),
        all.firms(),
        all.linked(),
        all.national(),
        all.valueAdded(),
        apart,
        reasons);
  }

  /** Share of each site in the sales of its firm; equal where none sells over links. */
  private double[] weights() {
    double[] weight = new double[chain.sites().count()];
    double[] sold = new double[chain.firms().count()];
    int[] count = new int[sold.length];
    for (int link = 0; link < chain.links().count(); link++) {
      double volume = chain.links().volumePerDay(link);
      double price = chain.links().pricePerUnit(link);
      if (!chain.links().standby(link) && !chain.links().closed(link) && volume * price > 0) {
        weight[chain.links().supplier(link)] += volume * price;
      }
    }
    for (int site = 0; site < weight.length; site++) {
      sold[chain.sites().firm(site)] += weight[site];
      count[chain.sites().firm(site)]++;
    }
    for (int site = 0; site < weight.length; site++) {
      int firm = chain.sites().firm(site);
      weight[site] = sold[firm] > 0 ? weight[site] / sold[firm] : 1.0 / count[firm];
    }
    return weight;
  }

  private double money(CascadeResult cascades, int scenario, int firm) {
    return cascades.lossDown(scenario, firm) * outages.daysHit / YEAR * output[firm];
  }

  /** What a shock comes to. */
  private record Loss(
      double firms,
      double linked,
      double national,
      double valueAdded,
      List<Double> fall,
      List<Double> sectors) {}

  private Loss loss(CascadeResult cascades, int scenario) {
    SectorModel known = model;
    double firms = 0;
    double linked = 0;
    double[] fall = new double[known == null ? 0 : known.count()];
    for (int firm = 0; firm < output.length; firm++) {
      double money = money(cascades, scenario, firm);
      firms += money;
      if (industry[firm] >= 0) {
        fall[industry[firm]] += money;
        linked += money;
      } else if (money > 0 && known != null) {
        reasons.add(Reason.UNLINKED_FIRMS);
      }
    }
    if (known == null) {
      return new Loss(firms, firms, firms, Double.NaN, List.of(), List.of());
    }
    SectorShock shock = SectorShock.capacity(known, fall);
    return new Loss(
        firms,
        linked,
        Arrays.stream(shock.outputLoss()).sum(),
        Arrays.stream(shock.valueAddedLoss()).sum(),
        Arrays.stream(fall).boxed().toList(),
        Arrays.stream(shock.outputLoss()).boxed().toList());
  }

  private List<ThreeScales.FirmLoss> firms(CascadeResult cascades, double[] direct) {
    List<ThreeScales.FirmLoss> firms = new ArrayList<>();
    for (int firm = 0; firm < output.length; firm++) {
      double share = cascades.lossDown(0, firm);
      if (share > 0) {
        firms.add(
            new ThreeScales.FirmLoss(
                firm, direct[firm], share, money(cascades, 0, firm), industry[firm]));
      }
    }
    firms.sort(Comparator.comparingDouble(ThreeScales.FirmLoss::loss).reversed());
    return firms;
  }

  private List<ThreeScales.SectorLoss> sectors(Loss all) {
    List<ThreeScales.SectorLoss> sectors = new ArrayList<>();
    SectorModel known = model;
    for (int i = 0; known != null && i < all.sectors().size(); i++) {
      Industry named = known.table().industries().get(i);
      if (all.sectors().get(i) != 0) {
        sectors.add(
            new ThreeScales.SectorLoss(
                named.region(), named.sector(), all.fall().get(i), all.sectors().get(i)));
      }
    }
    sectors.sort(Comparator.comparingDouble(ThreeScales.SectorLoss::loss).reversed());
    return sectors;
  }
}
