package tenon.packages.match;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Two registers of made-up firms, the second with corrupted copies of some of the first, with
 * namesakes in other cities, and with firms of its own; and which rows are the same.
 */
final class Duplicates {
  private static final String BRAND =
      "华鑫宏盛瑞丰泰康远达通源恒利德信创新联科天海中金银东方南北星光明日月新力正大同和安平永兴隆昌盈嘉美佳百千万国民智慧云飞龙凤腾跃翔宇博雅凯旋";
  private static final List<String> CITY =
      List.of(
          "上海 310000",
          "南京 320100",
          "苏州 320500",
          "无锡 320200",
          "杭州 330100",
          "宁波 330200",
          "合肥 340100",
          "深圳 440300",
          "广州 440100",
          "成都 510100",
          "武汉 420100",
          "西安 610100");
  private static final List<String> TRADE =
      List.of(
          "半导体 Semiconductor",
          "电子科技 Electronics",
          "新材料 Advanced Materials",
          "精密机械 Precision Machinery",
          "微电子 Microelectronics",
          "化工 Chemical",
          "自动化设备 Automation Equipment",
          "光电技术 Optoelectronics",
          "电路 Circuits",
          "医药 Pharmaceutical");
  private static final List<String> FORM = List.of("有限公司", "股份有限公司", "有限责任公司");
  private static final List<String> ENGLISH_FORM =
      List.of("Co., Ltd.", "Co Ltd", "Limited", "Inc.");

  private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin; Latin-ASCII");
  private static final Transliterator TRADITIONAL =
      Transliterator.getInstance("Simplified-Traditional");

  private final Random random;
  private final Set<String> brands = new HashSet<>();
  private int serial;
  final List<Register.Row> left = new ArrayList<>();
  final List<Register.Row> right = new ArrayList<>();
  final Set<String> same = new HashSet<>();

  private record Firm(String brand, String city, String region, String trade, String english) {}

  private Duplicates(long seed) {
    random = new Random(seed);
  }

  /** Of so many firms, 7 in 10 are in both; each tenth has a namesake elsewhere. */
  static Duplicates of(int firms, long seed) {
    Duplicates made = new Duplicates(seed);
    for (int i = 0; i < firms; i++) {
      Firm firm = made.firm();
      String code = made.code();
      String chinese = firm.city() + firm.brand() + firm.trade() + made.pick(FORM);
      made.left.add(made.row("L" + i, made.english(firm), chinese, code, firm.region()));
      if (made.random.nextInt(10) < 7) {
        made.right.add(made.corrupted("R" + i, firm, code));
        made.same.add("L" + i + " R" + i);
      } else {
        made.right.add(made.corrupted("R" + i, made.firm(), made.code()));
      }
      if (made.random.nextInt(10) == 0) {
        made.right.add(made.namesake("N" + i, firm));
      }
    }
    return made;
  }

  private Firm firm() {
    String brand = "";
    do {
      int length = 2 + random.nextInt(2);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < length; i++) {
        text.append(BRAND.charAt(random.nextInt(BRAND.length())));
      }
      brand = text.toString();
    } while (!brands.add(brand));
    String[] city = pick(CITY).split(" ", 2);
    String[] trade = pick(TRADE).split(" ", 2);
    return new Firm(brand, city[0], city[1], trade[0], trade[1]);
  }

  private Register.Row namesake(String id, Firm firm) {
    String[] city = pick(CITY).split(" ", 2);
    while (city[0].equals(firm.city())) {
      city = pick(CITY).split(" ", 2);
    }
    Firm other = new Firm(firm.brand(), city[0], city[1], firm.trade(), firm.english());
    String chinese = other.city() + other.brand() + other.trade() + pick(FORM);
    return row(id, "", chinese, random.nextBoolean() ? code() : "", other.region());
  }

  /** The same firm as another source writes it. */
  private Register.Row corrupted(String id, Firm firm, String code) {
    String known = random.nextInt(10) < 3 ? code : "";
    String region = random.nextInt(10) < 7 ? firm.region() : "";
    String chinese =
        switch (random.nextInt(4)) {
          case 0 -> firm.brand() + "（" + firm.city() + "）" + firm.trade() + pick(FORM);
          case 1 -> firm.city() + "市" + firm.brand() + firm.trade() + pick(FORM);
          case 2 -> firm.city() + firm.brand() + firm.trade();
          default -> firm.city() + firm.brand() + firm.trade() + pick(FORM);
        };
    chinese =
        switch (random.nextInt(6)) {
          case 0 -> TRADITIONAL.transform(chinese);
          case 1 -> typo(chinese);
          default -> chinese;
        };
    if (random.nextInt(8) == 0) {
      return row(id, typo(english(firm)), "", known, region);
    }
    String english = random.nextBoolean() ? full(english(firm)) : "";
    return row(id, english, chinese, known, region);
  }

  private String english(Firm firm) {
    return title(firm.city())
        + " "
        + title(firm.brand())
        + " "
        + firm.english()
        + " "
        + pick(ENGLISH_FORM);
  }

  private static String title(String han) {
    String joined = PINYIN.transform(han).replace(" ", "");
    return Character.toUpperCase(joined.charAt(0)) + joined.substring(1);
  }

  /** One character replaced, dropped, or swapped with the next. */
  private String typo(String text) {
    int at = 1 + random.nextInt(Math.max(1, text.length() / 2));
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 ->
          text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
      default ->
          text.substring(0, at)
              + (text.charAt(at) > 0x80 ? BRAND.charAt(random.nextInt(BRAND.length())) : 'x')
              + text.substring(at + 1);
    };
  }

  /** In full width, as some input methods leave it. */
  private String full(String text) {
    if (random.nextInt(3) > 0) {
      return text;
    }
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c > 0x20 && c < 0x7F ? c + 0xFEE0 : c)));
    return wide.toString();
  }

  private String code() {
    String first = String.format(java.util.Locale.ROOT, "91310000MA%07d", serial++);
    return first + Identifiers.creditCheckCharacter(first);
  }

  private Register.Row row(String id, String name, String chinese, String code, String region) {
    return new Register.Row(id, name, chinese, code, "", "", region, Double.NaN, Double.NaN);
  }

  private String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
