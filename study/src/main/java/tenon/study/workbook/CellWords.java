package tenon.study.workbook;

import java.util.List;
import java.util.Locale;
import tenon.model.Field;
import tenon.model.Resource;

/** What the rows of notes above the data say of a column. */
final class CellWords {
  private CellWords() {}

  /** Meaning, and whether it is required. */
  static String note(Resource resource, Field field, Locale locale) {
    String required = field.required() ? Titles.say(locale, "required") : "";
    return required + Titles.note(resource, field, locale);
  }

  /** Unit and allowed values. */
  static String unit(Field field, Locale locale) {
    return switch (field.type()) {
      case ID -> Titles.say(locale, "holds.id");
      case REF -> Titles.say(locale, "holds.ref", sheet(field, locale));
      case LABEL, TEXT -> Titles.say(locale, "holds.text");
      case CATEGORY -> Titles.say(locale, "holds.category");
      case DATE -> Titles.say(locale, "holds.date");
      case FLAG -> Titles.say(locale, "holds.flag");
      case NUMBER -> number(field, locale);
    };
  }

  private static String sheet(Field field, Locale locale) {
    Resource target = Resource.named(String.valueOf(field.reference()));
    return target == null ? "" : Titles.sheet(target, locale);
  }

  private static String number(Field field, Locale locale) {
    String what = Titles.say(locale, field.whole() ? "holds.whole" : "holds.number");
    String range = range(field, what, locale);
    String all = field.unlimited() ? range + Titles.say(locale, "unlimited") : range;
    String unit = unitKey(field.name());
    return unit.isEmpty() ? all : Titles.say(locale, unit) + "; " + all;
  }

  private static String range(Field field, String what, Locale locale) {
    if (Double.isNaN(field.low())) {
      return what;
    }
    String low = plain(field.low());
    boolean bounded = field.high() < Double.POSITIVE_INFINITY;
    String key =
        field.lowExcluded()
            ? bounded ? "range.above-to" : "range.above"
            : bounded ? "range.between" : "range.from";
    return Titles.say(locale, key, what, low, plain(field.high()));
  }

  private static String plain(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }

  /** Key of the unit that the name of a column tells, or empty. */
  private static String unitKey(String name) {
    if (name.endsWith("_days")) {
      return "unit.days";
    }
    if (List.of("latitude", "longitude").contains(name)) {
      return "unit.degrees";
    }
    if (name.startsWith("co2_kg")) {
      return "unit.kg";
    }
    if (List.of("revenue_per_year", "operating_income", "output_per_year", "value_added_per_year")
            .contains(name)
        || name.equals("rd_expenditure_per_year")) {
      return "unit.money-year";
    }
    if (name.contains("cost")
        || List.of("cash", "total_assets", "unit_value", "margin_per_unit").contains(name)
        || List.of("price_per_unit", "freight_per_unit").contains(name)) {
      return "unit.money";
    }
    if (name.endsWith("_per_day")) {
      return "unit.per-day";
    }
    return List.of("on_hand", "reorder_point", "order_up_to", "safety_stock").contains(name)
        ? "unit.units"
        : "";
  }
}
