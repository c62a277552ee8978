package tenon.study.brief;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tenon.study.plan.Order;
import tenon.study.text.Numbers;

/** What a form of orders can ask for, by its name in either language: {@code {{product}}}. */
enum OrderField {
  NUMBER("number", "序号", Order::number),
  WHAT("what", "事项", Order::what),
  SENTENCE("sentence", "说明", Order::sentence),
  ROW_ID("link_or_recipe_id", "链路或工艺编码", Order::rowId),
  PRODUCT_ID("product_id", "产品编码", Order::productId),
  PRODUCT("product", "产品", Order::product),
  UNIT("unit", "单位", Order::unit),
  FROM_SITE_ID("from_site_id", "发出站点编码", Order::fromSiteId),
  FROM_SITE("from_site", "发出站点", Order::fromSite),
  FROM_FIRM("from_firm", "发出企业", Order::fromFirm),
  TO_SITE_ID("to_site_id", "接收站点编码", Order::toSiteId),
  TO_SITE("to_site", "接收站点", Order::toSite),
  TO_FIRM("to_firm", "接收企业", Order::toFirm),
  FIRST_DAY("first_day", "首日", Order::firstDay),
  LAST_DAY("last_day", "末日", Order::lastDay),
  DAYS("days", "天数", Order::days),
  FIRST_DATE("first_date", "开始日期", Order::firstDate),
  LAST_DATE("last_date", "结束日期", Order::lastDate),
  USUAL_PER_DAY("usual_per_day", "平时日量", Order::usualPerDay),
  PLANNED_PER_DAY("planned_per_day", "计划日量", Order::plannedPerDay),
  EXTRA_UNITS("extra_units", "新增总量", Order::extraUnits),
  INSTEAD_OF("instead_of", "替代对象", Order::insteadOf),
  EVIDENCE("evidence", "依据", Order::evidence),
  CONFIDENCE("confidence", "置信度", order -> known(order.confidence()));

  /** A plan is sought to about seven digits; an order of 22.4444448 pieces is one of 22.4444. */
  private static final MathContext ORDERED = new MathContext(6);

  private final String english;
  private final String chinese;

  @SuppressWarnings("ImmutableEnumChecker") // references to methods hold nothing
  private final Function<Order, @Nullable Object> value;

  OrderField(String english, String chinese, Function<Order, @Nullable Object> value) {
    this.english = english;
    this.chinese = chinese;
    this.value = value;
  }

  private static @Nullable Double known(double number) {
    return Double.isNaN(number) ? null : number;
  }

  /** Whether a form that has the field shows which orders rest on inferred links. */
  boolean tellsInference() {
    return this == WHAT || this == SENTENCE || this == EVIDENCE;
  }

  /** The field of a name in either language. */
  static Optional<OrderField> named(String name) {
    return List.of(values()).stream()
        .filter(field -> field.english.equals(name) || field.chinese.equals(name))
        .findFirst();
  }

  /** All names in both languages, for a finding. */
  static List<String> names() {
    return List.of(values()).stream()
        .map(field -> field.english + " (" + field.chinese + ")")
        .toList();
  }

  /** Whether it can be told only where day 0 has a date. */
  boolean isDate() {
    return this == FIRST_DATE || this == LAST_DATE;
  }

  /** What an order has for it: a text, a number, or a date. */
  Object of(Order order) {
    Object exact = Objects.requireNonNullElse(value.apply(order), "");
    return exact instanceof Double number && Double.isFinite(number)
        ? new BigDecimal(number).round(ORDERED).doubleValue()
        : exact;
  }

  /** The same as it is read inside other words. */
  String text(Order order) {
    Object exact = of(order);
    return switch (exact) {
      case Double number -> Numbers.cell(number);
      case LocalDate date -> date.toString();
      default -> exact.toString();
    };
  }
}
