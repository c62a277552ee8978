package tenon.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tenon.model.Columns;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.packages.PackageInfo;
import tenon.packages.PackageWriter;

/**
 * A synthetic integrated-circuit chain of the Yangtze River Delta: 12 leading, 156 specialised and
 * 867 supporting enterprises over design, manufacturing, packaging and testing, with their
 * equipment, materials and technology dependencies, in one core and three zones; suppliers under
 * other jurisdictions and customers beside. Firms and numbers are made up.
 */
public final class YangtzeIc {
  /** Seed of the package that is kept in {@code examples/yangtze-ic}. */
  public static final long SEED = 20_261_121L;

  /** The scenario that is rehearsed. */
  static final String SCENARIO = "packaging-outage.yaml";

  private YangtzeIc() {}

  /**
   * Writes the package of {@link #SEED}.
   *
   * @param args the directory to write to; {@code examples/yangtze-ic} where there is none
   */
  public static void main(String[] args) throws IOException {
    write(generate(SEED), Path.of(args.length > 0 ? args[0] : "examples/yangtze-ic"));
  }

  /** Writes the package and its scenario. */
  static void write(DataPackage data, Path directory) throws IOException {
    PackageWriter.write(data, directory);
    Path scenarios = Files.createDirectories(directory.resolve("scenarios"));
    Files.writeString(scenarios.resolve(SCENARIO), Sheet.content("yangtze-ic/" + SCENARIO));
  }

  /** The package of a seed; the same seed gives the same package, down to the bit. */
  public static DataPackage generate(long seed) {
    return generate(seed, Sheet.read("yangtze-ic/trades.txt"));
  }

  static DataPackage generate(long seed, List<Sheet.Row> trades) {
    Goods goods = Goods.read();
    Draws draws = new Draws(seed);
    Roster roster = new Roster(goods, draws, trades);
    Market market = Market.of(goods, roster, draws);
    Flows flows = new Flows(goods, roster, draws, market);
    List<Link> links = new ArrayList<>(flows.links());
    links.addAll(new Spares(goods, roster, flows, draws).links());
    Terms terms = new Terms(draws);
    Accounts accounts = new Accounts(draws, roster, links, terms);
    GoodsTables goodsTables = new GoodsTables(goods, roster, flows, draws);
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    SixRegions six = new SixRegions();
    tables.put(Resource.REGIONS, six.regions(ActorTables.regions(roster)));
    tables.put(Resource.FIRMS, ActorTables.firms(roster, accounts));
    tables.put(Resource.SITES, ActorTables.sites(roster, accounts));
    tables.put(Resource.PRODUCTS, goodsTables.products());
    tables.put(Resource.RECIPES, goodsTables.recipes());
    tables.put(Resource.INPUTS, goodsTables.inputs());
    tables.put(Resource.SOURCING, FlowTables.sourcing(links, terms));
    tables.put(Resource.STOCKS, FlowTables.stocks(goods, roster, flows, draws));
    tables.put(Resource.DEMAND, FlowTables.demand(market));
    tables.put(Resource.HIERARCHY, six.hierarchy());
    tables.put(Resource.INDICATORS, six.indicators());
    tables.put(Resource.DEPENDENCIES, TechnologyTable.of(roster, draws));
    tables.put(Resource.INDUSTRY_TABLE, SectorTable.of(links, terms));
    return new DataPackage(info(seed), tables);
  }

  private static PackageInfo info(long seed) {
    return new PackageInfo(
        "yangtze-ic",
        "Integrated circuits of the Yangtze River Delta (synthetic) / 长三角集成电路产业链（合成数据）",
        "SYNTHETIC DATA, seed "
            + seed
            + ". An invented chain: no firm, site, price or volume is real. Counts of enterprises,"
            + " links of the chain, one core and three zones, and the research intensity of 4.567%"
            + " follow a published description. Money in yuan; quantities of chips in thousands."
            + " Fit for teaching, tests and demonstrations, not for conclusions about the region."
            + " 合成数据：企业、站点、价格与数量均为虚构；仅企业数量、链条环节、“一核三区”布局和研发强度参照公开描述。"
            + "仅供教学、测试与演示，不得据此判断真实产业。",
        "1.0.0",
        "CNY",
        true,
        "Apache-2.0",
        List.of(
            "Demand of each family of chips is stated and split over seven markets. 各类芯片的需求给定，并分到七个市场。",
            "A customer's suppliers and shares are drawn, nearer and larger suppliers more often."
                + " 客户的供应商及份额随机抽取，较近、较大者机会更多。",
            "Volumes follow from demand through the bills of material and yields. 数量由需求经物料清单和良率推得。",
            "Capacity is the usual output plus 10 to 60 percent, drawn for each recipe."
                + " 产能为平时产出另加 10% 至 60%，逐个配方抽取。",
            "Days to recover and probabilities of outage are drawn within the range of the trade."
                + " 恢复天数与停产概率在行业常见范围内抽取。",
            "Foundries, packaging and testing houses work on consignment: their sales are net of"
                + " designs, wafers and packaged chips. 晶圆代工、封装与测试为来料加工：其销售额不含设计、晶圆和已封装芯片。",
            "Research spending is scaled so that all counted enterprises together spend 4.567"
                + " percent of their revenue. 研发支出按比例调整，使计入的企业合计占其营业收入的 4.567%。",
            "Suppliers abroad take nothing from the chain. 境外供应商不从链内采购。",
            "Finances of suppliers abroad and of customers are left blank: unknown."
                + " 境外供应商与客户的财务数据留空，即未知。",
            "The input-output table holds the chain alone: it is summed up from the links, goods on"
                + " consignment passed on to who buys what is made of them. 投入产出表只含本链：由各链接汇总，来料加工的货物计给其产成品的买方。",
            "The panel of six regions holds synthetic values around published scores (Zhang 2024,"
                + " ARISE 4(4)); its goalposts are those of the regional template."
                + " 六个区域的面板为围绕已公布得分（Zhang 2024，ARISE 4(4)）的合成数值，标杆值取自区域模板。"));
  }
}
