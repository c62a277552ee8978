package tenon.packages.mapping;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Exports of a made-up company with heads drawn from variants, columns shuffled and dropped, others
 * mixed in, units changed; and the truth about each column. The first part of the variants was
 * written down and tried while the rules were made. In English the second is held out: neither
 * dictionary nor rules were changed after it was first measured. In Chinese the second was used to
 * mend the rules later; the third was written down before that. The fourth are heads that others
 * gave: columns of public ERP and warehouse programs, where nothing was found an empty word.
 * Neither the third nor the fourth changed a rule or a word.
 */
final class Exports {
  /** One column: its table and column, or empty for one that belongs nowhere, and its variants. */
  private record Column(
      String truth, List<String> english, List<String> chinese, IntFunction<String> cell) {}

  private final Random random;
  private final boolean chinese;
  private final int part;
  private final Map<String, String> truth = new HashMap<>();

  /**
   * @param part which variants the heads are drawn from, counted from 0
   */
  Exports(long seed, boolean chinese, int part) {
    random = new Random(seed);
    this.part = part;
    this.chinese = chinese;
  }

  /** Column of the package by {@code source: head}. */
  Map<String, String> truth() {
    return truth;
  }

  void write(Path folder) throws IOException {
    int sites = 30;
    int goods = 40;
    table(
        folder,
        List.of("plant_master", "WERKS", "factories", "||", "site register", "works list", "T001W"),
        List.of(
            "工厂主数据", "厂区清单", "工厂档案", "||", "基地清单", "厂别资料", "制造基地表", "||", "生产基地一览", "下属工厂清单",
            "厂区台账", "||", "工厂", "仓库"),
        sites,
        c(
            "sites.site_id",
            "Plant Code|WERKS Plant|Facility ID|Plant_ID||Site No|Works Code|Mfg Plant ID|Location Number",
            "工厂编码|工厂代码|厂区代码||基地编号|厂别代码|制造基地编码||厂区编号|工厂号|场所编码|分厂代码||仓库编号|工厂代码",
            i -> "W" + (1000 + i)),
        c(
            "sites.name",
            "Plant Name|Facility Description|Name 1||Site Name|Works Name|Location Descr",
            "工厂名称|厂名|厂区全称||基地名称|厂别名称|工厂全名||厂区名|分厂名称|工厂简称|场所名称||仓库名称|工厂描述",
            i -> pick("Plant ", "工厂") + i),
        c(
            "sites.firm_id",
            "Company Code|BUKRS Company|Legal Entity Code||Owning Company|Operating Firm|Entity Code",
            "公司代码|法人编码|所属公司编码||所属法人|所属单位|经营主体代码||公司编号|所属企业代码|法人单位编码|归属公司||",
            i -> "C" + i % 7),
        c(
            "sites.region_id",
            "City|Region Code|Province||Town|Administrative Region|State",
            "所在城市|地区代码|所属省份||所属城市|行政区|省市||地市|所在区县|所在地区|所在省份||国家/地区|注册市区|注册省份",
            i -> "R" + i % 5),
        c(
            "sites.kind",
            "Plant Category|Facility Type|Type||Site Kind|Works Type|Node Type",
            "工厂类别|设施类型|类型||基地类型|厂别类型|节点类别||厂区性质|场所类型|工厂种类|用途||",
            i -> i % 3 == 0 ? pick("Warehouse", "仓库") : pick("Factory", "工厂")),
        c(
            "sites.latitude",
            "Latitude|Lat.|GPS Lat||Lat (deg)|Latitude WGS84|Y Latitude",
            "纬度|北纬|GPS纬度||纬度坐标|地理纬度|纬度（度）||纬度N|坐标（纬度）|中心点纬度|厂址纬度||",
            i -> "" + (25 + i % 10 + 0.137)),
        c(
            "sites.longitude",
            "Longitude|Lon.|GPS Lon||Long (deg)|Longitude WGS84|X Longitude",
            "经度|东经|GPS经度||经度坐标|地理经度|经度（度）||经度E|坐标（经度）|中心点经度|厂址经度||",
            i -> "" + (105 + i % 15 + 0.211)),
        c(
            "sites.workers",
            "Headcount|No. of Workers|Employees on Site||Workforce|Worker Count|Staff on Site",
            "用工人数|在岗工人|职工数||一线员工数|员工总数|工人总数||在岗人数|用工总数|生产人员数|定员||工人数",
            i -> "" + (100 + 37 * i % 900)),
        c(
            "sites.ttr_days",
            "Recovery Time (weeks)|TTR weeks|Time to Recover [wk]||Weeks to Recovery|Recovery Duration (weeks)|RTO weeks",
            "恢复周期（周）|复产时间（周）|恢复所需周数||恢复时长（周）|停产恢复时间（周）|恢复周数||恢复生产周数|恢复用时（周）|预计恢复时间（周）|复工所需周数||",
            i -> "" + (1 + i % 9)),
        junk(
            "Created By|Last Changed By||Entered By|Record Owner",
            "创建人|最后修改人||录入人|维护人||制单人|审核人|建档人||仓库管理员",
            i -> pick("user", "用户") + i % 4),
        junk(
            "Telephone|Phone 1||Fax|Contact Person",
            "联系电话|电话||传真|联系人||负责人|手机|邮编||联系电话|邮政编码",
            i -> "021-5" + (100000 + i)));
    table(
        folder,
        List.of(
            "material_master", "MARA", "item list", "||", "article master", "goods list", "parts"),
        List.of(
            "物料主数据", "存货档案", "料品表", "||", "货品资料", "商品档案", "零部件表", "||", "存货目录", "物资编码表", "物料清册",
            "||", "产品信息表", "配件信息表"),
        goods,
        c(
            "products.product_id",
            "Material|Item No.|Part Number|MATNR Material||SKU Code|Article No|Stock Code",
            "物料编码|存货编码|料号||货品编码|商品代码|零部件号||物料长代码|存货代码|物资编码|品号||器材编码|配件编码|备件号|产品款号|商品编码",
            i -> "M" + (50000 + i)),
        c(
            pick("products.name", "products.name_zh"),
            "Material Description|Item Name|Short Text||Article Name|Part Description|Goods Name",
            "物料描述|存货名称|品名规格||货品名称|商品名称|零部件名称||物资名称|物料名|存货全称|品项名称||配件名称|中文品名|商品上架名称|海关品名",
            i -> pick("Part ", "零件") + i),
        c(
            "products.unit",
            "Base Unit of Measure|UoM|Unit||Stock Unit|Measure Unit|Base UoM",
            "基本计量单位|计量单位|主单位||库存单位|单位名称|计量单位名称||基本单位|主计量单位|计价单位|单位（主）||基础单位|申报计量单位|第一计量单位|原计量单位",
            i -> i % 2 == 0 ? pick("PC", "件") : pick("KG", "千克")),
        c(
            "products.hs6",
            "HS Code|Commodity Code|Tariff No||Customs Tariff Code|HTS Code|Harmonised Code",
            "海关编码|HS编码|税则号列||海关商品编号|税则编码|HS税号||HS编号|商品税号|海关HS编码|申报税号||HS编码|行邮税号",
            i -> "8542" + (10 + i % 80)),
        c(
            "products.unit_value",
            "Standard Price|Std Price|Moving Price||Unit Cost Price|Valuation Price|Book Price",
            "标准价|计划单价|参考成本价||核算价格|账面单价|评估价格||参考单价|计划价|最新成本|不含税单价||参考单价|标准采购价|单价",
            i -> 1 + i * 3 % 50 + ".25"),
        c(
            "products.margin_per_unit",
            "Unit Margin|Contribution Margin|Margin per Unit||Gross Margin per Piece|Profit per Unit|Margin/Unit",
            "单位毛利|毛利额|单件毛利||单件利润|毛利（元/件）|单位边际贡献||单品毛利|单台毛利|单位毛利润|每件毛利||",
            i -> i % 9 + ".5"),
        junk(
            "Material Group|MRP Controller||Product Family|Planner",
            "物料组|计划员||产品族|计划组||存货分类|图纸版本|规格型号||配件规格|物料组编码|品牌",
            i -> "G" + i % 6),
        junk(
            "Remarks|Comment||Note|Memo",
            "备注|说明||附注|注释||摘要|其他说明|补充说明||单据备注|配件描述",
            i -> i % 3 == 0 ? pick("checked", "已核") : ""));
    table(
        folder,
        List.of(
            "source_list",
            "purchasing info records",
            "EORD",
            "||",
            "supply agreements",
            "procurement lanes",
            "EINA"),
        List.of(
            "采购信息记录",
            "货源清单",
            "供应关系表",
            "||",
            "供货协议",
            "采购目录",
            "供需对应表",
            "||",
            "供应商供货目录",
            "采购货源表",
            "物料供应商对照表",
            "||",
            "供应商报价",
            "采购表",
            "交货批次"),
        120,
        c(
            "sourcing.customer_site_id",
            "Receiving Plant|Ship-To Plant|Destination Plant||Buying Site|Consignee Plant|Goods Recipient",
            "收货工厂|需求工厂|目的工厂||需求方|到货工厂|采购方工厂||收货单位|使用工厂|入库工厂|到货地点||目的仓|工厂代码|入库仓库",
            i -> "W" + (1000 + i % 10)),
        c(
            "sourcing.supplier_site_id",
            "Supplying Plant|Vendor Site|Ship-From||Source Plant|Shipper|Supplier Works",
            "供货工厂|发货工厂|供应方||供方|来源工厂|供应商工厂||供应厂家|供货单位|出货工厂|供应商厂区||供应商编码|默认供应商ID|物理供应商编码",
            i -> "W" + (1010 + i % 20)),
        c(
            "sourcing.product_id",
            "Material|Item No.|Part Number||SKU Code|Article No|Stock Code",
            "物料编码|存货编码|料号||货品编码|商品代码|零部件号||物料长代码|存货代码|物资编码|品号||器材编码|配件编码|备件号|产品款号|商品编码",
            i -> "M" + (50000 + i % 40)),
        c(
            "sourcing.lead_time_days",
            "Planned Deliv. Time|Lead Time (days)|Replenishment LT||Delivery Lead Time|PLT days|Order Lead Time",
            "计划交货时间|采购提前期（天）|交货周期||订货提前期|到货周期（天）|采购周期||供应周期（天）|采购周期天数|交期|固定提前期||采购提前期_天|采购提前期(天)|默认采购提前期|提前期(天)",
            i -> "" + (3 + i % 40)),
        c(
            "sourcing.share",
            "Quota %|Supply Share|Allocation Pct||Split Percentage|Share of Business|Quota",
            "配额比例|供货份额|配额（%）||采购占比|供应比例|份额占比||供货比例%|配额占比|份额（%）|供货占比||",
            i -> "" + (20 + i % 5 * 10)),
        c(
            "sourcing.price_per_unit",
            "Net Price|Purchase Price|Contract Price||Agreed Price|Buying Price|PO Price",
            "净价|采购单价|合同价格||协议价格|进货单价|采购价||含税单价|采购单价（元）|最新进价|合同单价||含税或未税单价|购买单价|采购单价|净价",
            i -> 2 + i % 30 + ".40"),
        c(
            "sourcing.mode",
            "Shipping Mode|Transport Mode|Means of Transport||Mode of Shipment|Carriage Mode|Transport Type",
            "运输方式|发运方式|运输类型||物流方式|运送方式|承运方式||交运方式|运输工具|发货方式|送货方式||",
            i -> List.of("road", "rail", "sea").get(i % 3)),
        c(
            "sourcing.valid_from",
            "Valid From|Start Date|Effective From||Effective Date|Begin Date|Validity Start",
            "有效期自|生效日期|开始日期||生效日|有效起始日|启用日期||合同起始日|有效开始日期|价格生效日期|执行日期（起）||报价生效日期",
            i -> "2025/" + (1 + i % 12) + "/" + (1 + i % 28)),
        c(
            "sourcing.payment_days",
            "Payment Terms Days|Credit Days|Net Days||Days Payable|Payment Period (days)|Credit Period",
            "付款天数|账期（天）|信用期||付款期限（天）|账期天数|结算天数||付款周期（天）|信用账期|付款账期|结算周期（天）||",
            i -> "" + 30 * (1 + i % 3)),
        junk(
            "Purch. Group|Buyer Name||Procurement Officer|Release Status",
            "采购组|采购员||业务员|审批人||采购员姓名|业务部门|经办人||质量等级|质保期_月",
            i -> "B" + i % 5));
    table(
        folder,
        List.of(
            "stock overview",
            "MARD",
            "inventory_report",
            "||",
            "stock balance",
            "warehouse stock",
            "MB52"),
        List.of(
            "库存现存量", "库存报表", "现存量查询", "||", "结存表", "收发存汇总", "仓库台账", "||", "库存台账", "现存量清单", "仓库库存明细",
            "||", "库存总览", "库存追踪看板"),
        90,
        c(
            "stocks.site_id",
            "Plant|Storage Plant|Warehouse Code||Site|Stocking Location|Store Location",
            "工厂|仓库代码|库存工厂||存放工厂|库位|所在仓库||仓库编号|工厂号|存货地点|库房||仓库|库存地点编码|默认仓库ID",
            i -> "W" + (1000 + i % 30)),
        c(
            "stocks.product_id",
            "Material|Item No.|Part Number||SKU Code|Article No|Stock Code",
            "物料编码|存货编码|料号||货品编码|商品代码|零部件号||物料长代码|存货代码|物资编码|品号||器材编码|配件编码|备件号|产品款号|商品编码",
            i -> "M" + (50000 + i / 3)),
        c(
            "stocks.on_hand",
            "Unrestricted Stock|On-Hand Qty|Available Quantity||Qty in Stock|Closing Stock|Stock Balance",
            "现存数量|非限制库存|库存结存||期末库存|账面库存|结余数量||库存量|实存数量|可用量|当前库存||当前库存|现有库存|备件库存|当前数量",
            i -> "" + (i * 17 % 900)),
        c(
            "stocks.safety_stock",
            "Safety Stock|Min. Stock Level|Safety Stock Qty||Safety Level|Buffer Stock Qty|Minimum Inventory",
            "安全库存|安全库存量|最低储备||安全存量|最小库存|缓冲库存||安全库存数量|安全储备|最低库存量|保底库存||最低库存线|最小库存|安全库存",
            i -> "" + (i * 7 % 100)),
        c(
            "stocks.reorder_point",
            "Reorder Point|Reorder Level|ROP||Replenishment Point|Re-order Qty Point|Order Trigger Level",
            "再订货点|订货点|补货触发点||补货点|订货触发点|再订购点||再订货水平|订货点数量|补货线|请购点||再订货点",
            i -> "" + (i * 11 % 300)),
        junk(
            "Last Goods Movement|Last Count Date||Stocktaking Date|Last Issue Date",
            "最近盘点日|最后移动日期||盘点日期|上次出库日||最近入库日期|盘点时间|末次领用日||单据日期",
            i -> "2025-0" + (1 + i % 9) + "-11"));
    table(
        folder,
        List.of(
            "supplier master",
            "LFA1 vendors",
            "business partners",
            "||",
            "creditors",
            "partner list",
            "company register"),
        List.of(
            "供应商档案", "企业名录", "往来单位", "||", "客商资料", "厂商名册", "合作单位", "||", "供应商清单", "客户供应商档案",
            "参评企业名单", "||", "企业对接表", "供应商资料"),
        12,
        c(
            "firms.firm_id",
            "Vendor Number|Supplier Code|BP Number||Creditor Number|Supplier ID|Partner Code",
            "供应商编码|企业编号|单位代码||厂商代码|供方编码|客商编码||供应商代号|企业代号|供货商编号|供应商号||二级供应商编码|供应商编码",
            i -> "C" + i),
        c(
            pick("firms.name", "firms.name_zh"),
            "Vendor Name|Supplier Full Name|Organisation Name||Creditor Name|Company Full Name|Partner Name",
            "供应商名称|企业全称|单位名称||厂商名称|客商名称|供方名称||供应商全称|公司全称|企业名|厂家名称||企业名称|购方名称|供应商名称",
            i -> pick("Company ", "公司") + i),
        c(
            "firms.employees",
            "Employees|Total Headcount|Staff Number||Number of Staff|Employee Count|Workforce Size",
            "员工人数|从业人员数|在册职工||员工总数|雇员人数|职工总数||员工规模|在职人数|年末从业人员|用工规模||从业人数|全职员工人数",
            i -> "" + (50 + i * 91 % 4000)),
        c(
            "firms.revenue_per_year",
            "Annual Turnover|Revenue p.a.|Sales Revenue||Yearly Revenue|Net Sales|Turnover",
            "年营业收入|营业额|主营业务收入||年销售收入|年营收|营收||年度营业收入|上年销售收入|主营收入|营业总收入||上年度营业收入|销售总额|营业总收入中主营业务收入|营业收入",
            i -> "" + (1000000L + i * 77777L)),
        c(
            "firms.sector",
            "Industry Code|Branch|Industry Sector||NACE Code|Line of Business|Sector Code",
            "行业代码|所属行业|行业分类||行业类别|国民经济行业|产业代码||行业门类|行业名称|所属产业|行业类型||",
            i -> "C" + (30 + i % 9)),
        junk(
            "E-Mail|Bank Account||Website|VAT Number",
            "邮箱|银行账号||网址|开户行||纳税人识别号|注册资本|法定代表人||电子邮箱|注册资金",
            i -> "x" + i + "@example.org"));
    table(
        folder,
        List.of(
            "production versions",
            "capacity data",
            "line capacity",
            "||",
            "output capacities",
            "MKAL",
            "manufacturing capability"),
        List.of(
            "生产线产能", "产能表", "生产能力清单", "||", "产线能力", "产能台账", "加工能力表", "||", "产能清单", "工厂产能表",
            "生产线能力表", "||", "设备产能台账", "产能分析"),
        50,
        c(
            "recipes.site_id",
            "Production Plant|Plant Code|Made In Plant||Manufacturing Site|Producing Works|Factory",
            "生产工厂|工厂编码|制造厂区||产地工厂|制造工厂|加工厂区||生产厂区|加工厂|生产基地|承制工厂||工厂代码",
            i -> "W" + (1000 + i % 30)),
        c(
            "recipes.product_id",
            "Header Material|Output Item|Finished Material||Finished Good|End Item|Product SKU",
            "产出物料|成品编码|产品料号||成品料号|产成品编码|产出品||产品代码|产成品料号|生产物料|完工品编码||产品款号|物料编码",
            i -> "M" + (50000 + i * 7 % 40)),
        c(
            "recipes.capacity_per_day",
            "Daily Capacity|Max Output per Day|Capacity (units/day)||Nominal Capacity/Day|Capacity pcs per day|Rated Output per Day",
            "日产能|每日最大产量|日生产能力||额定日产量|日最大产能|单日产能||日均产能|产能（件/日）|日生产量上限|设计日产能||日产能|正常产能|sku日产能",
            i -> "" + (100 + i * 13 % 700)),
        c(
            "recipes.cycle_days",
            "Production Lead Time|In-House Production Time|Cycle Time (days)||Make Time (days)|Manufacturing Cycle|Process Days",
            "自制生产时间|生产周期（天）|制造周期||制造周期（天）|加工天数|生产周期天数||生产周期|加工周期（天）|制造提前期|生产工期（天）||",
            i -> "" + (1 + i % 12)),
        c(
            "recipes.yield",
            "Yield|Yield %|First Pass Yield||Yield Rate|Process Yield|FPY",
            "良品率|合格率|直通率||产品合格率|一次合格率|良率||成品合格率|良品比例|产出率|成材率||",
            i -> "0." + (80 + i % 19)),
        c(
            "recipes.production_cost_per_unit",
            "Conversion Cost|Unit Production Cost|Cost per Piece||Manufacturing Cost|Unit Make Cost|Processing Cost per Unit",
            "加工成本|单位制造成本|单件成本||制造成本|单位加工成本|单件加工费||单位加工费|单件制造费|每件加工费|单位变动成本||",
            i -> i % 40 + ".75"));
  }

  private String pick(String one, String other) {
    return chinese ? other : one;
  }

  private Column c(String truth, String english, String han, IntFunction<String> cell) {
    return new Column(truth, variants(english), variants(han), cell);
  }

  private Column junk(String english, String han, IntFunction<String> cell) {
    return c("", english, han, cell);
  }

  /** Those of one part; parts stand between double bars. */
  private List<String> variants(String all) {
    String[] parts = all.split("\\|\\|", -1);
    return List.of(parts[Math.min(part, parts.length - 1)].split("\\|"));
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void table(Path folder, List<String> english, List<String> han, int rows, Column... all)
      throws IOException {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < all.length; i++) {
      boolean key = all[i].truth.endsWith("_id");
      boolean told = !(chinese ? all[i].chinese : all[i].english).getFirst().isEmpty();
      if (told && (key || random.nextInt(5) > 0)) {
        columns.add(all[i]);
      }
    }
    Collections.shuffle(columns, random);
    String name =
        any(variants(String.join("|", chinese ? han : english).replaceAll("[|]{4}", "||")));
    String source = name.replaceAll("[^\\p{L}\\p{N}_]+", "_");
    List<String> heads = new ArrayList<>();
    for (Column column : columns) {
      String head = any(chinese ? column.chinese : column.english);
      heads.add(head);
      truth.put(source + ": " + head, column.truth);
    }
    StringBuilder text = new StringBuilder(String.join(";", heads)).append('\n');
    for (int row = 0; row < rows; row++) {
      int at = row;
      text.append(String.join(";", columns.stream().map(c -> c.cell.apply(at)).toList()))
          .append('\n');
    }
    Charset encoding = chinese ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
    Files.writeString(folder.resolve(name + ".csv"), text, encoding);
  }
}
